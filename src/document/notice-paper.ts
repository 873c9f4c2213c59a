/**
 * A 督查通知书 out of its facts. The parts and their order follow the office's own
 * paper and GB/T 9704-2012; what is not known is left out, never made up.
 */
import { civilDateOf, sayDate, sayDateHour } from '../domain/civil.ts';
import { sayNumber } from '../domain/notice-number.ts';
import { annexesOf } from './annexes.ts';
import { ofEdition } from './edition.ts';
import { markOf } from './mark.ts';
import type { NoticeInput } from './notice-input.ts';
import type { Annex, NoticePaper, Paragraph, Run } from './paper.ts';
import { groupByPoint, type PointGroup, problemParagraphs } from './problems.ts';
import { onPaper } from './punctuation.ts';
import { qrOf } from './qr.ts';
import { blankReceipt } from './receipt.ts';
import { sayVisitDays } from './visit-days.ts';
import { addressee, clause, numberOf, paragraph, reachOf, sentence, weOf } from './wording.ts';

const EDITIONS: ReadonlyMap<number, (input: NoticeInput) => NoticePaper> = new Map([
  [1, firstEdition],
]);

/** Throws where the paper was issued by an edition that this program doesn't know. */
export function noticePaper(input: NoticeInput): NoticePaper {
  return ofEdition(EDITIONS, input.edition)(input);
}

function firstEdition(input: NoticeInput): NoticePaper {
  const groups = groupByPoint(input.problems);
  const unitName = onPaper(input.unitName);
  const title = titleOf(groups, input.keyPointsOnly);
  const number = numberOf(input.number);
  const annexes = annexesOf(groups, unitName);
  return {
    edition: input.edition,
    kind: 'notice',
    format: input.format,
    heading: onPaper(input.officeName),
    number,
    numbered: input.number !== null,
    title,
    body: [
      addressee(unitName),
      paragraph('text', basisOf(input, groups)),
      paragraph('level1', '一、存在问题'),
      ...problemParagraphs(groups),
      paragraph('level1', '二、整改要求'),
      { level: 'text', runs: demandOf(input, annexes) },
      paragraph('level1', '三、反馈要求'),
      paragraph('text', feedbackOf(input, annexes)),
      ...replacementOf(input),
    ],
    enclosures: annexes.map((annex) => annex.title),
    signature: onPaper(input.officeName),
    date: sayDate(civilDateOf(input.issuedAt)),
    qr: qrOf(input.qr),
    annexes,
    receipt: blankReceipt({ title: title.join(''), number, unitName }),
    mark: markOf(input.standing, '本通知书'),
  };
}

/** A lone point is named; several are summed up. */
function titleOf(groups: readonly PointGroup[], keyPointsOnly: boolean): string[] {
  const [only, ...more] = groups;
  const subject = only && more.length === 0 ? only.name : `城区${sayPoints(keyPointsOnly)}`;
  return [`关于${subject}实地督查`, '发现问题的督查通知书'];
}

/** The title of a notice in one piece, as another paper quotes it. */
export function noticeTitle(input: NoticeInput): string {
  return titleOf(groupByPoint(input.problems), input.keyPointsOnly).join('');
}

function sayPoints(keyPointsOnly: boolean): string {
  return keyPointsOnly ? '重点点位' : '点位';
}

function basisOf(input: NoticeInput, groups: readonly PointGroup[]): string {
  const days = sayVisitDays(
    input.problems.map((problem) => problem.recordedAt),
    input.issuedAt,
  );
  const when = days === '' ? '' : `于${days}，`;
  const where = `对你单位负责的${groups.length}个${sayPoints(input.keyPointsOnly)}进行了实地检查`;
  const found = `共发现问题${input.problems.length}个`;
  return `${clause(input.basis)}${whoOf(input)}${when}${where}，${found}。现通知如下：`;
}

/** 2026年第3轮实地督查第2督查组; the office itself where neither round nor team is known. */
function whoOf(input: NoticeInput): string {
  const round = onPaper(input.roundName);
  const known = round === '' || /(督查|检查|测评|巡查)$/.test(round);
  const who = `${known ? round : `${round}实地督查`}${onPaper(input.teamName)}`;
  if (who === '') return weOf(input.officeName);
  // A round by itself is a campaign, and a campaign doesn't walk.
  return input.teamName.trim() === '' ? `${who}中，${weOf(input.officeName)}` : who;
}

function demandOf(input: NoticeInput, annexes: readonly Annex[]): Run[] {
  const list = annexes.find((annex) => annex.kind === 'problems');
  const how = input.immediate ? '立行立改' : '逐项整改';
  return [
    { text: `请对照附件${list?.nth ?? 1}${how}，` },
    { text: `于${sayDateHour(input.dueAt)}前`, strong: true },
    { text: sentence(input.demand) || '整改到位。' },
  ];
}

function feedbackOf(input: NoticeInput, annexes: readonly Annex[]): string {
  const form = annexes.find((annex) => annex.kind === 'reply');
  const ask = `请在整改期限内将《整改情况反馈表》（附件${form?.nth ?? 1}）报送${weOf(input.officeName)}`;
  const how = sentence(input.feedback);
  return `${ask}${how === '' ? '。' : `，${how}`}${reachOf(input.contact, input.phone)}`;
}

/** A correction is a new paper that says which one it stands for. */
function replacementOf(input: NoticeInput): Paragraph[] {
  if (input.replaces === null) return [];
  return [paragraph('text', `本通知书替代${sayNumber(input.replaces)}，原通知书作废。`)];
}
