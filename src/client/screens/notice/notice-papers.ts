/** The papers that there are of a notice: itself, its 送达回证, and the 作废告知书 of a voided one. */
import { paperFileName } from '../../../document/file-name.ts';
import type { NoticeInput } from '../../../document/notice-input.ts';
import { noticePaper } from '../../../document/notice-paper.ts';
import { receiptPaper } from '../../../document/receipt-paper.ts';
import { voidedPaper } from '../../../document/voided-paper.ts';
import type { NoticeNumber } from '../../../domain/notice-number.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { paperDeliveryOf } from './delivery-paper.ts';
import type { PaperOffer } from './share/paper-offer.ts';

export type PaperName = 'notice' | 'receipt' | 'voided';

export interface NamedPaper extends PaperOffer {
  readonly key: PaperName;
  /** As its tab is called. */
  readonly tab: string;
}

/** @param replacedBy number of the notice in the place of a voided one; null for none */
export function noticePapers(
  notice: NoticeRow,
  input: NoticeInput,
  replacedBy: NoticeNumber | null,
): NamedPaper[] {
  const { number, unitName, record, delivery } = notice;
  // As its paper was read, which may be a moment after its row: no half of each is shown.
  const voided = input.standing.kind === 'voided';
  const fonts = record?.fonts ?? null;
  const issuedAt = record?.issuedAt ?? notice.issuedAt;
  const name = (...rest: string[]) =>
    paperFileName(number, unitName, ...rest, ...(voided ? ['已作废'] : []));
  const papers: NamedPaper[] = [
    {
      key: 'notice',
      tab: '通知书',
      name: voided ? '通知书（已作废）' : '通知书',
      paper: noticePaper(input),
      fonts,
      issuedAt,
      fileName: name(),
    },
    {
      key: 'receipt',
      tab: '送达回证',
      name: '送达回证',
      paper: receiptPaper(input, delivery && paperDeliveryOf(delivery)),
      fonts,
      issuedAt: delivery?.at ?? issuedAt,
      fileName: name('送达回证'),
    },
  ];
  if (!voided) return papers;
  const telling: NamedPaper = {
    key: 'voided',
    tab: '作废告知书',
    name: '作废告知书',
    paper: voidedPaper({ ...input, replacedBy }),
    fonts,
    issuedAt: notice.voidedAt ?? issuedAt,
    fileName: paperFileName(number, unitName, '作废告知书'),
  };
  return [...papers, telling];
}
