import { paperFileName } from '../../../../document/file-name.ts';
import { noticePaper } from '../../../../document/notice-paper.ts';
import type { NoticeRow, OfficeRow } from '../../../../protocol/rows/index.ts';
import { entryPdf } from '../../../paper/entry-pdf.ts';
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
  const fonts = notice.record?.fonts ?? null;
  return entryPdf(db, { paper: noticePaper(input), fonts, issuedAt: input.issuedAt }, stop);
}
