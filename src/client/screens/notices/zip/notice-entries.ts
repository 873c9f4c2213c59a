import { paperFileName } from '../../../../document/file-name.ts';
import { noticePaper } from '../../../../document/notice-paper.ts';
import type { NoticeRow, OfficeRow } from '../../../../protocol/rows/index.ts';
import { FontsMissing } from '../../../fonts/font-bytes.ts';
import { paperFonts } from '../../../fonts/paper-fonts.ts';
import { makePaper, PhotosMissing } from '../../../paper/print-shop.ts';
import type { ZipEntry } from '../../../paper/zip-of.ts';
import type { LocalDatabase } from '../../../store/database.ts';
import { gatherNotice } from '../../notice/gather.ts';

/** The PDFs of these notices, each made when it is its turn. */
export function noticeEntries(
  db: LocalDatabase,
  office: OfficeRow,
  notices: readonly NoticeRow[],
  stop: AbortSignal,
): ZipEntry[] {
  return notices.map((notice) => ({
    name: `${paperFileName(notice.number, notice.unitName, ...(notice.state === 'voided' ? ['已作废'] : []))}.pdf`,
    at: notice.issuedAt,
    bytes: () => pdfOf(db, office, notice, stop),
  }));
}

async function pdfOf(
  db: LocalDatabase,
  office: OfficeRow,
  notice: NoticeRow,
  stop: AbortSignal,
): Promise<Uint8Array> {
  const { input } = await gatherNotice(db, office, notice);
  const order = {
    paper: noticePaper(input),
    form: 'pdf',
    issuedAt: input.issuedAt,
    fonts: await paperFonts(db, notice.record?.fonts ?? null),
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
