/** 提示函: a friendly word once a month. It sets no term and asks for no receipt. */
import { civilDateOf, sayDate, sayDateHour } from '../domain/civil.ts';
import type { NoticeNumber } from '../domain/notice-number.ts';
import { sayNumber } from '../domain/notice-number.ts';
import { ofEdition } from './edition.ts';
import { markOf } from './mark.ts';
import type { NoticeInput, OfficeWords } from './notice-input.ts';
import { chineseNumeral } from './numeral.ts';
import type { NoticePaper, Paragraph } from './paper.ts';
import { onPaper, withoutStop } from './punctuation.ts';
import { qrOf } from './qr.ts';
import { addressee, letterNumberOf, paragraph, reachOf, sentence, weOf } from './wording.ts';

export interface PromptProblem {
  readonly pointName: string;
  readonly text: string;
  readonly noticeNumber: NoticeNumber | null;
  readonly dueAt: number;
}

export interface PromptInput extends OfficeWords {
  readonly edition: number;
  readonly unitName: string;
  /** Null where the office doesn't number its letters. */
  readonly number: NoticeNumber | null;
  /** True where it does: then null is 编号待定. */
  readonly numbered?: boolean;
  /** Any instant of the month that it speaks of. */
  readonly monthOf: number;
  readonly issuedAt: number;
  /** 临期. */
  readonly dueSoon: readonly PromptProblem[];
  /** 超期. */
  readonly overdue: readonly PromptProblem[];
  /** 退回整改. */
  readonly returned: readonly PromptProblem[];
  /** What was found again and again, the most frequent first. */
  readonly frequent: readonly { readonly text: string; readonly count: number }[];
  /** The office's own last words in place of the usual ones. */
  readonly closing?: string;
  readonly qr: string | null;
  readonly standing: NoticeInput['standing'];
}

const EDITIONS: ReadonlyMap<number, (input: PromptInput) => NoticePaper> = new Map([
  [1, firstEdition],
]);

export function promptPaper(input: PromptInput): NoticePaper {
  return ofEdition(EDITIONS, input.edition)(input);
}

function firstEdition(input: PromptInput): NoticePaper {
  return {
    edition: input.edition,
    kind: 'prompt',
    format: input.format,
    heading: onPaper(input.officeName),
    number: letterNumberOf({ number: input.number, numbered: input.numbered ?? false }),
    numbered: input.number !== null,
    title: [`关于${monthOf(input)}问题整改情况的提示函`],
    body: [
      addressee(input.unitName),
      paragraph('text', openingOf(input)),
      ...sectionsOf(input),
      paragraph('text', closingOf(input)),
    ],
    enclosures: [],
    signature: onPaper(input.officeName),
    date: sayDate(civilDateOf(input.issuedAt)),
    qr: qrOf(input.qr),
    annexes: [],
    receipt: null,
    mark: markOf(input.standing, '本提示函'),
  };
}

/** `2026年11月`. */
function monthOf(input: PromptInput): string {
  return sayDate(civilDateOf(input.monthOf)).replace(/月.*$/u, '月');
}

function openingOf(input: PromptInput): string {
  const counts = [
    input.dueSoon.length === 0 ? '' : `临近期限的问题${input.dueSoon.length}个`,
    input.overdue.length === 0 ? '' : `超过期限的问题${input.overdue.length}个`,
    input.returned.length === 0 ? '' : `退回整改的问题${input.returned.length}个`,
  ].filter((part) => part !== '');
  const state = counts.length === 0 ? '没有临期、超期和退回整改的问题' : `有${counts.join('、')}`;
  return `感谢你单位对文明城市创建工作的支持。${monthOf(input)}，你单位负责的点位${state}。现将有关情况提示如下：`;
}

function sectionsOf(input: PromptInput): Paragraph[] {
  const listed = [
    { name: '临近期限的问题', lines: input.dueSoon.map((each) => sayProblem(each, '应于')) },
    { name: '超过期限的问题', lines: input.overdue.map((each) => sayProblem(each, '原定于')) },
    { name: '退回整改的问题', lines: input.returned.map((each) => sayProblem(each, '应于')) },
    {
      name: '多次出现的问题',
      lines: input.frequent.map((each) => `${withoutStop(each.text)}（${each.count}次）。`),
    },
  ].filter((section) => section.lines.length > 0);
  return listed.flatMap((section, nth) => [
    paragraph('level1', `${chineseNumeral(nth + 1)}、${section.name}`),
    ...section.lines.map((line, at) => paragraph('text', `${at + 1}.${line}`)),
  ]);
}

function sayProblem(problem: PromptProblem, when: string): string {
  const notice = problem.noticeNumber ? `，见${sayNumber(problem.noticeNumber)}` : '';
  const due = `${when}${sayDateHour(problem.dueAt)}前整改到位`;
  return `${onPaper(problem.pointName)}：${withoutStop(problem.text)}（${due}${notice}）。`;
}

function closingOf(input: PromptInput): string {
  const reach = reachOf(input.contact, input.phone);
  const usual = `请结合实际统筹安排，需要协调支持的，请及时与${weOf(input.officeName)}联系。`;
  return `${sentence(input.closing ?? '') || usual}${reach}`;
}
