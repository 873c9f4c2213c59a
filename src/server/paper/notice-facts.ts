import type { NoticeInput } from '../../document/notice-input.ts';
import type { NoticeRow } from '../../protocol/rows/index.ts';

/**
 * The paper of a notice as it was issued, whatever became of it since: what was handed
 * over is what is made again. Null for a notice of before papers were kept.
 */
export function issuedPaper(row: NoticeRow, qr: string | null): NoticeInput | null {
  if (row.record === null) return null;
  return { ...row.record, number: row.number, qr, standing: { kind: 'issued' } };
}
