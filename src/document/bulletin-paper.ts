/** 通报: the last step, once urging has not helped. It tells what was sent before, never more than that. */
import { civilDateOf, sayDate, sayDateHour } from '../domain/civil.ts';
import { type NoticeNumber, sayNumber } from '../domain/notice-number.ts';
import { ofEdition } from './edition.ts';
import { markOf } from './mark.ts';
import { chineseNumeral } from './numeral.ts';
import { owedList } from './owed-problems.ts';
import type { NoticePaper, Paragraph } from './paper.ts';
import { groupByPoint, problemParagraphs } from './problems.ts';
import { onPaper } from './punctuation.ts';
import { qrOf } from './qr.ts';
import { blankReceipt } from './receipt.ts';
import type { UrgeInput } from './urge-paper.ts';
import {
  addressee,
  clause,
  letterNumberOf,
  paragraph,
  reachOf,
  sentence,
  weOf,
} from './wording.ts';

/** A letter of before about some of the same problems. */
export interface FormerLetter {
  /** 提示函, 催办函, 督办通知, 通报. */
  readonly name: string;
  readonly number: NoticeNumber | null;
  readonly issuedAt: number;
}

export interface BulletinInput extends UrgeInput {
  /** In the order in which they were sent. */
  readonly former: readonly FormerLetter[];
}

const EDITIONS: ReadonlyMap<number, (input: BulletinInput) => NoticePaper> = new Map([
  [1, firstEdition],
]);

export function bulletinPaper(input: BulletinInput): NoticePaper {
  return ofEdition(EDITIONS, input.edition)(input);
}

function firstEdition(input: BulletinInput): NoticePaper {
  const list = owedList(input.problems, '逾期未整改问题清单');
  const title = ['关于逾期未整改问题的通报'];
  const number = letterNumberOf(input);
  const unitName = onPaper(input.unitName);
  return {
    edition: input.edition,
    kind: 'bulletin',
    format: input.format,
    heading: onPaper(input.officeName),
    number,
    numbered: input.number !== null,
    title,
    body: [
      addressee(unitName),
      paragraph('text', openingOf(input)),
      ...sections([
        { name: '逾期未整改问题', body: problemParagraphs(groupByPoint(input.problems)) },
        { name: '督促情况', body: formerOf(input) },
        { name: '整改要求', body: [demandOf(input)] },
      ]),
    ],
    enclosures: [list.title],
    signature: onPaper(input.officeName),
    date: sayDate(civilDateOf(input.issuedAt)),
    qr: qrOf(input.qr),
    annexes: [list],
    receipt: blankReceipt({ title: title.join(''), number, unitName }),
    mark: markOf(input.standing, '本通报'),
  };
}

/** Numbered in order; one without a word is left out. */
function sections(all: readonly { readonly name: string; readonly body: readonly Paragraph[] }[]) {
  return all
    .filter(({ body }) => body.length > 0)
    .flatMap(({ name, body }, nth) => [
      paragraph('level1', `${chineseNumeral(nth + 1)}、${name}`),
      ...body,
    ]);
}

function openingOf(input: BulletinInput): string {
  return (
    `${clause(input.basis)}${weOf(input.officeName)}对你单位负责的点位开展实地督查，发现的问题已交办你单位整改。` +
    `截至${sayDate(civilDateOf(input.issuedAt))}，仍有${input.problems.length}个超过整改期限尚未整改到位。` +
    '现通报如下：'
  );
}

function formerOf(input: BulletinInput): Paragraph[] {
  if (input.former.length === 0) return [];
  const sent = input.former.map(({ name, number, issuedAt }) => {
    const which = number ? `（${sayNumber(number)}）` : '';
    return `于${sayDate(civilDateOf(issuedAt))}发出${name}${which}`;
  });
  const first = sent.length > 1 ? '先后' : '';
  const said = `${weOf(input.officeName)}${first}${sent.join('、')}，上述问题至今尚未整改到位。`;
  return [paragraph('text', said)];
}

function demandOf(input: BulletinInput): Paragraph {
  return {
    level: 'text',
    runs: [
      { text: '请你单位主要负责人牵头，查明原因，落实责任，' },
      { text: `于${sayDateHour(input.dueAt)}前`, strong: true },
      {
        text:
          '整改到位，并书面报告整改情况。' +
          `${sentence(input.closing)}${reachOf(input.contact, input.phone)}`,
      },
    ],
  };
}
