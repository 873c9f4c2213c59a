import { useEffect, useState } from 'preact/hooks';
import type { FaceFonts } from '../../../protocol/rows/notice-record.ts';
import { fontProgress } from '../../fonts/font-progress.ts';
import { type PaperFonts, paperFonts } from '../../fonts/paper-fonts.ts';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';

/**
 * The fonts of a paper, read again as more of them arrive; undefined until first read.
 * @param record those that an issued paper is printed in; null for one that is issued now
 */
export function usePaperFonts(record: FaceFonts | null): PaperFonts | undefined {
  const { db } = useWorkplace();
  const [fonts, setFonts] = useState<PaperFonts>();
  const rows = useLive((store) => store.font.toArray(), []);
  const { fontsHere } = fontProgress.value;
  useEffect(() => {
    if (rows === undefined) return;
    let alive = true;
    paperFonts(db, record).then(
      (read) => {
        if (alive) setFonts(read);
      },
      (error: unknown) => console.warn('没有读到公文字体', error),
    );
    return () => {
      alive = false;
    };
  }, [db, record, rows, fontsHere]);
  return fonts;
}
