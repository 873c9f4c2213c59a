/** 催办函: the first word once problems are overdue. It sets a term; its problems may be of several notices. */
import { civilDateOf, sayDate, sayDateHour } from '../domain/civil.ts';
import type { NoticeNumber } from '../domain/notice-number.ts';
import { ofEdition } from './edition.ts';
import { markOf } from './mark.ts';
import type { NoticeInput, OfficeWords } from './notice-input.ts';
import { type OwedProblem, owedList } from './owed-problems.ts';
import type { NoticePaper, Paragraph } from './paper.ts';
import { groupByPoint, problemParagraphs } from './problems.ts';
import { onPaper } from './punctuation.ts';
import { qrOf } from './qr.ts';
import {
  addressee,
  clause,
  letterNumberOf,
  paragraph,
  reachOf,
  sentence,
  weOf,
} from './wording.ts';

export interface UrgeInput extends OfficeWords {
  readonly edition: number;
  readonly unitName: string;
  /** Null while 编号待定, and where the office doesn't number its letters. */
  readonly number: NoticeNumber | null;
  readonly numbered: boolean;
  readonly problems: readonly OwedProblem[];
  readonly issuedAt: number;
  /** The term that it sets. */
  readonly dueAt: number;
  /** A sentence that the office adds to what it asks for; empty for none. */
  readonly closing: string;
  readonly qr: string | null;
  readonly standing: NoticeInput['standing'];
}

const EDITIONS: ReadonlyMap<number, (input: UrgeInput) => NoticePaper> = new Map([
  [1, firstEdition],
]);

export function urgePaper(input: UrgeInput): NoticePaper {
  return ofEdition(EDITIONS, input.edition)(input);
}

function firstEdition(input: UrgeInput): NoticePaper {
  const list = owedList(input.problems, '逾期问题清单');
  return {
    edition: input.edition,
    kind: 'urge',
    format: input.format,
    heading: onPaper(input.officeName),
    number: letterNumberOf(input),
    numbered: input.number !== null,
    title: ['关于抓紧整改逾期问题的催办函'],
    body: [
      addressee(input.unitName),
      paragraph('text', openingOf(input)),
      paragraph('level1', '一、逾期问题'),
      ...problemParagraphs(groupByPoint(input.problems)),
      paragraph('level1', '二、催办要求'),
      demandOf(input),
    ],
    enclosures: [list.title],
    signature: onPaper(input.officeName),
    date: sayDate(civilDateOf(input.issuedAt)),
    qr: qrOf(input.qr),
    annexes: [list],
    receipt: null,
    mark: markOf(input.standing, '本催办函'),
  };
}

function openingOf(input: UrgeInput): string {
  return (
    `${clause(input.basis)}${weOf(input.officeName)}向你单位交办的问题中，` +
    `截至${sayDate(civilDateOf(input.issuedAt))}，仍有${input.problems.length}个超过整改期限尚未整改到位。` +
    '现予催办，有关事项函告如下：'
  );
}

function demandOf(input: UrgeInput): Paragraph {
  const rest =
    '整改到位并反馈整改情况。确有困难、不能如期完成的，请在此前申请延期并说明理由。' +
    `${sentence(input.closing)}${reachOf(input.contact, input.phone)}`;
  return {
    level: 'text',
    runs: [
      { text: '请你单位对照附件逐项整改，' },
      { text: `于${sayDateHour(input.dueAt)}前`, strong: true },
      { text: rest },
    ],
  };
}
