import { noticePaper } from '../../document/notice-paper.ts';
import type { NoticeRow } from '../../protocol/rows/index.ts';
import { qrOf } from '../../protocol/seal-payload.ts';
import { issuedPaper } from './notice-facts.ts';
import type { PaperMaker } from './paper-maker.ts';
import { PaperTrouble } from './paper-trouble.ts';

export interface NoticeFiles {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
  /** Photos that have not reached the office. */
  readonly missing: readonly string[];
}

/** Throws a PaperTrouble where the paper of that day can't be made again. */
export async function noticeFiles(maker: PaperMaker, row: NoticeRow): Promise<NoticeFiles> {
  const input = issuedPaper(row, qrOf(row));
  if (input === null || row.record === null) throw new PaperTrouble('paper-missing');
  const { fonts, issuedAt } = row.record;
  const parts = { paper: noticePaper(input), fonts, issuedAt };
  const { bytes: pdf, missing } = await maker.pdf(parts);
  const { bytes: docx } = await maker.docx(parts);
  return { pdf, docx, missing };
}
