import { useEffect, useState } from 'preact/hooks';
import { downloadFont } from '../../fonts/download-font.ts';
import { hasFont } from '../../fonts/font-cache.ts';
import { loadFont } from '../../fonts/font-faces.ts';

/** Whether the page can draw with a font, which is fetched for it; null until that is known. */
export function useFontSample(font: {
  readonly sha256: string;
  readonly bytes: number;
}): boolean | null {
  const { sha256, bytes } = font;
  const [there, setThere] = useState<boolean | null>(null);
  useEffect(() => {
    let alive = true;
    bring(sha256, bytes).then(
      (loaded) => {
        if (alive) setThere(loaded);
      },
      (error: unknown) => {
        console.info('没有取到字样', error);
        if (alive) setThere(false);
      },
    );
    return () => {
      alive = false;
    };
  }, [sha256, bytes]);
  return there;
}

async function bring(sha256: string, bytes: number): Promise<boolean> {
  await navigator.locks.request('paper-fonts', async () => {
    if (!(await hasFont(sha256))) await downloadFont({ sha256, bytes }, () => undefined);
  });
  return loadFont(sha256);
}
