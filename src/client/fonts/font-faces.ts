/** Makes fonts that are on this device known to the page, each under a family of its own. */
import { readFont } from './font-cache.ts';

/** By hash. The value tells whether the page can draw with it. */
const loading = new Map<string, Promise<boolean>>();

/** The CSS family of a font; of no use before `loadFont` has said that it is there. */
export function familyOf(sha256: string): string {
  return `xundian-${sha256.slice(0, 20)}`;
}

/** False where it is not on this device, or the browser cannot read it. */
export function loadFont(sha256: string): Promise<boolean> {
  const known = loading.get(sha256) ?? load(sha256);
  loading.set(sha256, known);
  return known.then((there) => {
    // It may come later: whoever asks then looks anew.
    if (!there) loading.delete(sha256);
    return there;
  });
}

async function load(sha256: string): Promise<boolean> {
  const bytes = await readFont(sha256);
  if (bytes === null) return false;
  try {
    // Bytes at hand, so the page's own security policy has nothing to let in.
    // It is as heavy as it is drawn, whatever weight is asked for.
    const face = await new FontFace(familyOf(sha256), bytes, { weight: '1 1000' }).load();
    document.fonts.add(face);
    return true;
  } catch (error) {
    console.warn('浏览器读不了这个字体', sha256, error);
    return false;
  }
}
