/** 催办函 and 通报, and what 督办通知 and 提示函 say where they come from a letter. */
import { describe, expect, test } from 'vitest';
import { bulletinPaper } from '../../src/document/bulletin-paper.ts';
import { letterPaper } from '../../src/document/letter-paper.ts';
import type { NoticePaper } from '../../src/document/paper.ts';
import { promptPaper } from '../../src/document/prompt-paper.ts';
import { supervisionPaper } from '../../src/document/supervision-paper.ts';
import { urgePaper } from '../../src/document/urge-paper.ts';
import { instantOf } from '../../src/domain/civil.ts';
import { LETTER_KINDS, type LetterKind } from '../../src/domain/letter.ts';
import { bulletinOf, ISSUED, owedOf, promptOf, supervisionOf, urgeOf } from './support/samples.ts';

const body = (paper: NoticePaper) =>
  paper.body.map((paragraph) => paragraph.runs.map((run) => run.text).join(''));
const headings = (paper: NoticePaper) => body(paper).filter((text) => /^[一二三四]、/.test(text));

describe('a 催办函', () => {
  test('says how many are overdue by its day, and by when it wants them put right', () => {
    const paper = urgePaper(urgeOf());
    const said = body(paper).join('\n');
    expect(said).toContain('截至2026年11月30日，仍有3个超过整改期限尚未整改到位');
    expect(said).toContain('于2026年12月3日18时前整改到位并反馈整改情况');
    expect(said).toContain('申请延期');
    expect(headings(paper)).toEqual(['一、逾期问题', '二、催办要求']);
    expect(paper.number).toBe('榆文明督办〔2026〕6号');
    // It is a letter and no service of process.
    expect(paper.receipt).toBeNull();
  });

  test('lists each problem with its notice and the deadline that it had', () => {
    const [annex] = urgePaper(urgeOf()).annexes;
    const rows = annex?.kind === 'problems' ? annex.table.rows : [];
    expect(rows.map((row) => row.slice(3))).toEqual([
      ['榆文明督〔2026〕142号', '2026年11月26日18时前'],
      ['榆文明督〔2026〕142号', '2026年11月26日18时前'],
      ['榆文明督〔2026〕145号', '2026年11月27日18时前'],
    ]);
    expect(urgePaper(urgeOf()).enclosures).toEqual([annex?.title]);
  });

  test('adds the office’s own sentence, ended as a sentence', () => {
    const said = body(urgePaper(urgeOf({ closing: '请一并报送责任人名单' })));
    expect(said.at(-1)).toContain('说明理由。请一并报送责任人名单。联系人');
    for (const text of said) expect(text).not.toMatch(/，，|。。|，。|^，|（）|null|undefined/);
  });
});

describe('a 通报', () => {
  test('tells what was sent before, in order, with its numbers', () => {
    const paper = bulletinPaper(bulletinOf());
    expect(headings(paper)).toEqual(['一、逾期未整改问题', '二、督促情况', '三、整改要求']);
    expect(body(paper)).toContain(
      '我中心先后于2026年11月30日发出催办函（榆文明督办〔2026〕6号）、' +
        '于2026年12月4日发出督办通知（榆文明督办〔2026〕7号），上述问题至今尚未整改到位。',
    );
    expect(paper.receipt?.form[0]?.value).toBe('关于逾期未整改问题的通报（榆文明督办〔2026〕9号）');
  });

  test('claims nothing that was not sent', () => {
    const paper = bulletinPaper(bulletinOf({ former: [] }));
    expect(headings(paper)).toEqual(['一、逾期未整改问题', '二、整改要求']);
    expect(body(paper).join('')).not.toMatch(/催办|督办|先后/);
  });
});

describe('the number of a letter', () => {
  test('is 编号待定 until it is drawn, and nothing where letters are not numbered', () => {
    const pending = { number: null, numbered: true };
    const never = { number: null, numbered: false };
    const papers = (state: typeof pending) => [
      urgePaper(urgeOf(state)),
      bulletinPaper(bulletinOf(state)),
      supervisionPaper(supervisionOf(state)),
      promptPaper(promptOf(state)),
    ];
    expect(papers(pending).map(({ number }) => number)).toEqual(Array(4).fill('编号待定'));
    expect(papers(never).map(({ number }) => number)).toEqual(['', '', '', '']);
    expect(papers(never)[1]?.receipt?.form[0]?.value).toBe('关于逾期未整改问题的通报');
    expect([...papers(pending), ...papers(never)].every(({ numbered }) => !numbered)).toBe(true);
  });
});

describe('the last words of a 提示函', () => {
  test('are the office’s own where it has set them', () => {
    const own = body(promptPaper(promptOf({ closing: '下月起每周报送一次进度' }))).at(-1);
    expect(own).toBe('下月起每周报送一次进度。联系人：督查科，联系电话：0912-0000000。');
    expect(promptPaper(promptOf({ closing: '' }))).toEqual(promptPaper(promptOf()));
  });
});

describe('a letter', () => {
  const [one, two, three] = owedOf(3).map((problem, at) => ({
    ...problem,
    noticeIssuedAt: instantOf('2026-11-23', 16),
    section: (['soon', 'overdue', 'returned'] as const)[at] ?? 'soon',
  }));
  const facts = {
    ...urgeOf(),
    demand: '请一并报送责任人名单',
    month: '',
    problems: [one, two, three].flatMap((problem) => problem ?? []),
    frequent: [],
    former: [{ kind: 'urge' as const, number: null, issuedAt: ISSUED }],
  };
  const paper = (kind: LetterKind, month = '') =>
    letterPaper({
      kind,
      facts: { ...facts, month },
      number: null,
      pending: true,
      standing: { kind: 'issued' },
    });

  test('is the paper of its kind, with the office’s own words in it', () => {
    const made = LETTER_KINDS.map((kind) => paper(kind, kind === 'monthly' ? '2026-10' : ''));
    expect(made.map((each) => each.kind)).toEqual([
      'prompt',
      'urge',
      'supervision',
      'bulletin',
      'prompt',
    ]);
    for (const each of made) expect(body(each).join('')).toContain('请一并报送责任人名单。');
    expect(made.map(({ number }) => number)).toEqual(Array(5).fill('编号待定'));
  });

  test('of a month speaks of that month, and puts each problem where it belongs', () => {
    const said = paper('monthly', '2026-10');
    expect(said.title.join('')).toBe('关于2026年10月问题整改情况的提示函');
    expect(headings(said)).toEqual([
      '一、临近期限的问题',
      '二、超过期限的问题',
      '三、退回整改的问题',
    ]);
    expect(paper('remind').title.join('')).toContain('2026年11月');
  });

  test('that is a 督办通知 takes the last deadline of its problems', () => {
    expect(body(paper('supervise')).join('')).toContain('要求于2026年11月27日18时前整改到位');
  });

  test('that is a 通报 calls the letters before by their papers’ names', () => {
    expect(body(paper('bulletin')).join('')).toContain('我中心于2026年11月23日发出催办函，');
  });
});
