import { civilDateOf, sayDate } from '../domain/civil.ts';
import { ofEdition } from './edition.ts';
import { markOf } from './mark.ts';
import type { NoticeInput, PaperDelivery } from './notice-input.ts';
import { noticeTitle } from './notice-paper.ts';
import type { NoticePaper } from './paper.ts';
import { onPaper } from './punctuation.ts';
import { blankReceipt, filledReceipt } from './receipt.ts';
import { numberOf } from './wording.ts';

type Compose = (input: NoticeInput, delivery: PaperDelivery | null) => NoticePaper;

const EDITIONS: ReadonlyMap<number, Compose> = new Map([[1, firstEdition]]);

/**
 * The 送达回证 of a notice as a paper of its own, filled from the delivery; blank for null.
 * The issued notice keeps its blank one: what was issued never changes.
 */
export function receiptPaper(input: NoticeInput, delivery: PaperDelivery | null): NoticePaper {
  return ofEdition(EDITIONS, input.edition)(input, delivery);
}

function firstEdition(input: NoticeInput, delivery: PaperDelivery | null): NoticePaper {
  const number = numberOf(input.number);
  const served = { title: noticeTitle(input), number, unitName: onPaper(input.unitName) };
  return {
    edition: input.edition,
    kind: 'receipt',
    format: input.format,
    heading: onPaper(input.officeName),
    number,
    numbered: input.number !== null,
    title: ['送达回证'],
    body: [],
    enclosures: [],
    signature: onPaper(input.officeName),
    date: sayDate(civilDateOf(delivery?.at ?? input.issuedAt)),
    qr: null,
    annexes: [],
    receipt: delivery === null ? blankReceipt(served) : filledReceipt(served, delivery),
    mark: markOf(input.standing, '本通知书'),
  };
}
