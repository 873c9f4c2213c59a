/**
 * A 督查通知书 out of its facts. The parts and their order follow the office's own
 * paper and GB/T 9704-2012; what is not known is left out, never made up.
 */
import { civilDateOf, sayDate, sayDateHour } from '../domain/civil.ts';
import { NUMBER_PENDING, sayNumber } from '../domain/notice-number.ts';
import { annexesOf, receiptOf } from './annexes.ts';
import type { NoticeInput } from './notice-input.ts';
import type { Annex, NoticePaper, PaperMark, Paragraph, Run } from './paper.ts';
import { groupByPoint, type PointGroup, problemParagraphs } from './problems.ts';
import { onPaper } from './punctuation.ts';
import { sayVisitDays } from './visit-days.ts';

export function noticePaper(input: NoticeInput): NoticePaper {
  const groups = groupByPoint(input.problems);
  const unitName = onPaper(input.unitName);
  const title = titleOf(groups, input.keyPointsOnly);
  const number = input.number ? sayNumber(input.number) : NUMBER_PENDING;
  const annexes = annexesOf(groups, unitName);
  return {
    heading: onPaper(input.officeName),
    number,
    numbered: input.number !== null,
    title,
    body: [
      { level: 'addressee', runs: [{ text: `${unitName}：` }] },
      paragraph('text', basisOf(input, groups)),
      paragraph('level1', '一、存在问题'),
      ...problemParagraphs(groups),
      paragraph('level1', '二、整改要求'),
      { level: 'text', runs: demandOf(input, annexes) },
      paragraph('level1', '三、反馈要求'),
      paragraph('text', feedbackOf(input, annexes)),
    ],
    enclosures: annexes.map((annex) => annex.title),
    signature: onPaper(input.officeName),
    date: sayDate(civilDateOf(input.issuedAt)),
    annexes,
    receipt: receiptOf(title.join(''), number, unitName),
    mark: markOf(input),
  };
}

function paragraph(level: Paragraph['level'], text: string): Paragraph {
  return { level, runs: [{ text }] };
}

/** A lone point is named; several are summed up. */
function titleOf(groups: readonly PointGroup[], keyPointsOnly: boolean): string[] {
  const [only, ...more] = groups;
  const subject = only && more.length === 0 ? only.name : `城区${sayPoints(keyPointsOnly)}`;
  return [`关于${subject}实地督查`, '发现问题的督查通知书'];
}

function sayPoints(keyPointsOnly: boolean): string {
  return keyPointsOnly ? '重点点位' : '点位';
}

function basisOf(input: NoticeInput, groups: readonly PointGroup[]): string {
  const round = onPaper(input.roundName);
  const campaign = /(督查|检查|测评|巡查)$/.test(round) ? round : `${round}实地督查`;
  const days = sayVisitDays(
    input.problems.map((problem) => problem.recordedAt),
    input.issuedAt,
  );
  const who = `${campaign}${onPaper(input.teamName)}${days === '' ? '' : `于${days}`}`;
  const where = `对你单位负责的${groups.length}个${sayPoints(input.keyPointsOnly)}进行了实地检查`;
  const found = `共发现问题${input.problems.length}个`;
  return `按照全国文明城市创建工作安排，${who}，${where}，${found}。现通知如下：`;
}

function demandOf(input: NoticeInput, annexes: readonly Annex[]): Run[] {
  const list = annexes.find((annex) => annex.kind === 'problems');
  const how = input.immediate ? '立行立改' : '逐项整改';
  return [
    { text: `请对照附件${list?.nth ?? 1}${how}，` },
    { text: `于${sayDateHour(input.dueAt)}前`, strong: true },
    { text: '整改到位，并举一反三，开展同类问题排查。' },
  ];
}

function feedbackOf(input: NoticeInput, annexes: readonly Annex[]): string {
  const form = annexes.find((annex) => annex.kind === 'reply');
  const ask = `请在整改期限内将《整改情况反馈表》（附件${form?.nth ?? 1}）报送${weOf(input.officeName)}，`;
  const light = '可以书面、文件或者系统反馈，每个问题附整改后照片不超过1张。';
  const contact = input.contact === '' ? '' : `联系人：${onPaper(input.contact)}`;
  const phone = input.phone === '' ? '' : `联系电话：${input.phone}`;
  const reach = [contact, phone].filter((part) => part !== '').join('，');
  return `${ask}${light}${reach === '' ? '' : `${reach}。`}`;
}

/** How the office speaks of itself: 我中心, 我办, otherwise 我单位. */
function weOf(officeName: string): string {
  if (officeName.endsWith('中心')) return '我中心';
  return /办(公室)?$/.test(officeName) ? '我办' : '我单位';
}

function markOf(input: NoticeInput): PaperMark | null {
  if (input.standing.kind === 'draft') return { kind: 'draft', words: '未签发' };
  if (input.standing.kind === 'issued') return null;
  const day = sayDate(civilDateOf(input.standing.at));
  return {
    kind: 'voided',
    words: '作废',
    sentence: `本通知书已于${day}作废：${onPaper(input.standing.reason).replace(/[。.]$/u, '')}。`,
  };
}
