/** One paper of many as a PDF; why it could not be made is said in words, since a ZIP names it. */
import type { NoticePaper } from '../../document/paper.ts';
import type { FaceFonts } from '../../protocol/rows/index.ts';
import { FontsMissing } from '../fonts/font-bytes.ts';
import { paperFonts } from '../fonts/paper-fonts.ts';
import type { LocalDatabase } from '../store/database.ts';
import { makePaper, PhotosMissing } from './print-shop.ts';

export interface EntryPaper {
  readonly paper: NoticePaper;
  /** Those that it was issued in; null for what is printed in those of today. */
  readonly fonts: FaceFonts | null;
  readonly issuedAt: number;
}

export async function entryPdf(
  db: LocalDatabase,
  { paper, fonts, issuedAt }: EntryPaper,
  stop: AbortSignal,
): Promise<Uint8Array> {
  const order = {
    paper,
    form: 'pdf',
    issuedAt,
    fonts: await paperFonts(db, fonts),
    evenWithout: false,
  } as const;
  try {
    return await makePaper(db, order, () => undefined, stop);
  } catch (error) {
    if (error instanceof FontsMissing) throw new Error('它的公文字体还没有下载到本机');
    if (error instanceof PhotosMissing) throw new Error(`${error.count} 张照片没有取到`);
    throw error;
  }
}
