/** 作废告知书: tells a unit that a notice which it may hold is void, why, and what stands for it. */
import { civilDateOf, sayDate } from '../domain/civil.ts';
import { type NoticeNumber, sayNumber } from '../domain/notice-number.ts';
import { ofEdition } from './edition.ts';
import type { NoticeInput } from './notice-input.ts';
import { noticeTitle } from './notice-paper.ts';
import type { NoticePaper } from './paper.ts';
import { onPaper } from './punctuation.ts';
import { addressee, paragraph, reachOf, weOf } from './wording.ts';

export interface VoidedInput extends NoticeInput {
  /** The number of the notice that stands for this one; null where there is none. */
  readonly replacedBy: NoticeNumber | null;
}

const EDITIONS: ReadonlyMap<number, (input: VoidedInput) => NoticePaper> = new Map([
  [1, firstEdition],
]);

/** Throws for a notice that is not void. Bears no number of its own. */
export function voidedPaper(input: VoidedInput): NoticePaper {
  return ofEdition(EDITIONS, input.edition)(input);
}

function firstEdition(input: VoidedInput): NoticePaper {
  const { standing, officeName } = input;
  if (standing.kind !== 'voided') throw new Error('这份通知书没有作废，不能开作废告知书');
  const reason = onPaper(standing.reason).replace(/[。.]$/u, '');
  const which = input.number ? `（${sayNumber(input.number)}）` : '';
  return {
    edition: input.edition,
    kind: 'voided',
    format: input.format,
    heading: onPaper(officeName),
    number: '',
    numbered: false,
    title: ['关于督查通知书作废的告知书'],
    body: [
      addressee(input.unitName),
      paragraph(
        'text',
        `${weOf(officeName)}于${sayDate(civilDateOf(input.issuedAt))}向你单位签发的` +
          `《${noticeTitle(input)}》${which}，${reason === '' ? '' : `因${reason}，`}` +
          `已于${sayDate(civilDateOf(standing.at))}作废，文号不再使用。`,
      ),
      paragraph('text', consequenceOf(input)),
      ...reachParagraph(input),
    ],
    enclosures: [],
    signature: onPaper(officeName),
    date: sayDate(civilDateOf(standing.at)),
    qr: null,
    annexes: [],
    receipt: null,
    mark: null,
  };
}

function consequenceOf(input: VoidedInput): string {
  if (input.replacedBy === null) {
    return '请不再执行该通知书。需要整改的问题，以另行签发的督查通知书为准。特此告知。';
  }
  return `请不再执行该通知书，有关问题的整改以${sayNumber(input.replacedBy)}督查通知书为准。特此告知。`;
}

function reachParagraph(input: VoidedInput) {
  const reach = reachOf(input.contact, input.phone);
  return reach === '' ? [] : [paragraph('text', reach)];
}
