import { describe, expect, test } from 'vitest';
import type { NoticeInput, PaperProblem } from '../../src/document/notice-input.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import type { NoticePaper, Paragraph } from '../../src/document/paper.ts';
import { instantOf } from '../../src/domain/civil.ts';

const ISSUED = instantOf('2026-11-23', 16);

function problem(over: Partial<PaperProblem> = {}): PaperProblem {
  return {
    pointId: 'YL-0174',
    pointName: '金榆小区',
    text: '楼道飞线充电1处',
    count: null,
    itemText: '无飞线充电',
    recordedAt: instantOf('2026-11-23', 10),
    photos: [],
    ...over,
  };
}

function photo(nth: number) {
  return { sha256: `${nth}`, takenAt: instantOf('2026-11-23', 10), width: 1600, height: 1200 };
}

function input(over: Partial<NoticeInput> = {}): NoticeInput {
  return {
    edition: 1,
    format: 'document',
    basis: '按照全国文明城市创建工作安排',
    demand: '整改到位，并举一反三，开展同类问题排查。',
    feedback: '可以书面、文件或者系统反馈，每个问题附整改后照片不超过1张。',
    replaces: null,
    qr: null,
    officeName: '榆林市精神文明创建中心',
    contact: '督查科',
    phone: '0912-0000000',
    unitName: '榆林市住房和城乡建设局',
    roundName: '2026年第3轮',
    teamName: '第2督查组',
    number: { agency: '榆文明督', year: 2026, seq: 142 },
    keyPointsOnly: true,
    immediate: false,
    issuedAt: ISSUED,
    dueAt: instantOf('2026-11-26', 18),
    problems: [problem()],
    standing: { kind: 'issued' },
    ...over,
  };
}

const say = (paragraph: Paragraph | undefined) =>
  paragraph?.runs.map((run) => run.text).join('') ?? '';
const body = (paper: NoticePaper) => paper.body.map(say);

describe('the paper', () => {
  test('says who writes, under which number, to whom', () => {
    const paper = noticePaper(input());
    expect(paper.heading).toBe('榆林市精神文明创建中心');
    expect(paper.number).toBe('榆文明督〔2026〕142号');
    expect(body(paper)[0]).toBe('榆林市住房和城乡建设局：');
    expect(paper.signature).toBe(paper.heading);
    expect(paper.date).toBe('2026年11月23日');
  });

  test('without a number says so and nothing else', () => {
    const paper = noticePaper(input({ number: null }));
    expect(paper.number).toBe('编号待定');
    expect(paper.numbered).toBe(false);
  });

  test('names round, group, days and counts, each as it is', () => {
    const paper = noticePaper(
      input({
        problems: [
          problem({ recordedAt: instantOf('2026-11-21', 9) }),
          problem({ text: '楼道堆放杂物' }),
          problem({ pointId: 'YL-0011', pointName: '红山路（金沙路街道段）' }),
        ],
      }),
    );
    expect(body(paper)[1]).toBe(
      '按照全国文明城市创建工作安排，2026年第3轮实地督查第2督查组于11月21日至23日，' +
        '对你单位负责的2个重点点位进行了实地检查，共发现问题3个。现通知如下：',
    );
  });

  test('a point with one problem takes one paragraph, with more a numbered list', () => {
    const paper = noticePaper(
      input({
        problems: [
          problem(),
          problem({
            pointId: 'YL-0011',
            pointName: '红山路（金沙路街道段）',
            text: '护栏缺失1处。',
          }),
          problem({
            pointId: 'YL-0011',
            pointName: '红山路（金沙路街道段）',
            text: '铺装松动，缺失',
          }),
        ],
      }),
    );
    expect(body(paper).slice(2, 7)).toEqual([
      '一、存在问题',
      '（一）金榆小区。楼道飞线充电1处。',
      '（二）红山路（金沙路街道段）。',
      '1.护栏缺失1处。',
      '2.铺装松动，缺失。',
    ]);
  });

  test('a lone point is named in the title, unlisted points are not called key points', () => {
    expect(noticePaper(input()).title.join('')).toBe('关于金榆小区实地督查发现问题的督查通知书');
    const two = [problem(), problem({ pointId: 'FY-0002', pointName: '金沙路' })];
    const paper = noticePaper(input({ problems: two, keyPointsOnly: false }));
    expect(paper.title.join('')).toBe('关于城区点位实地督查发现问题的督查通知书');
    expect(body(paper)[1]).toContain('2个点位');
  });

  test('the deadline is a date and an hour, and stands out', () => {
    const paper = noticePaper(input());
    const demand = paper.body[5];
    expect(demand?.runs.find((run) => run.strong)?.text).toBe('于2026年11月26日18时前');
    expect(say(noticePaper(input({ immediate: true })).body[5])).toContain('立行立改');
  });

  test('what the office has not set is left out', () => {
    const last = (over: Partial<NoticeInput>) => body(noticePaper(input(over))).at(-1) ?? '';
    expect(last({})).toContain('联系人：督查科，联系电话：0912-0000000。');
    expect(last({ phone: '' })).toMatch(/联系人：督查科。$/);
    expect(last({ contact: '', phone: '' })).not.toContain('联系');
  });
});

describe('annexes', () => {
  const kinds = (paper: NoticePaper) => paper.annexes.map((annex) => `${annex.nth}${annex.kind}`);

  test('list, photos and form are numbered in order and named on the first page', () => {
    const paper = noticePaper(input({ problems: [problem({ photos: [photo(1)] })] }));
    expect(kinds(paper)).toEqual(['1problems', '2photos', '3reply']);
    expect(paper.enclosures).toEqual(['问题清单', '现场照片', '整改情况反馈表']);
    expect(body(paper).at(-1)).toContain('（附件3）');
  });

  test('with no photo there is no photo page, and the form moves up', () => {
    const paper = noticePaper(input());
    expect(kinds(paper)).toEqual(['1problems', '2reply']);
    expect(body(paper).at(-1)).toContain('（附件2）');
  });

  test('every photo stands on a page once, two to four a page', () => {
    for (const count of [1, 2, 4, 5, 9, 10]) {
      const photos = Array.from({ length: count }, (_, nth) => photo(nth));
      const paper = noticePaper(input({ problems: [problem({ photos })] }));
      const annex = paper.annexes.find((each) => each.kind === 'photos');
      const pages = annex?.kind === 'photos' ? annex.pages : [];
      expect(pages.flat().map((each) => each.sha256)).toEqual(photos.map((each) => each.sha256));
      for (const page of pages) {
        expect(page.length).toBeLessThanOrEqual(4);
        if (count > 1) expect(page.length).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('a photo is captioned by point, problem and time', () => {
    const paper = noticePaper(input({ problems: [problem({ photos: [photo(1)] })] }));
    const annex = paper.annexes.find((each) => each.kind === 'photos');
    expect(annex?.kind === 'photos' && annex.pages[0]?.[0]?.caption).toBe(
      '金榆小区—楼道飞线充电1处—2026年11月23日10:00',
    );
  });

  test('every problem stands in list and form', () => {
    const problems = [problem({ count: 3 }), problem({ pointId: 'YL-2', itemText: null })];
    const paper = noticePaper(input({ problems }));
    for (const annex of paper.annexes) {
      if (annex.kind === 'photos') continue;
      expect(annex.table.rows.map((row) => row[0])).toEqual(['1', '2']);
      for (const row of annex.table.rows) expect(row).toHaveLength(annex.table.columns.length);
      const shares = annex.table.columns.reduce((sum, column) => sum + column.share, 0);
      expect(shares).toBeCloseTo(1);
    }
  });

  test('the receipt names paper, number and unit', () => {
    const { receipt } = noticePaper(input());
    expect(receipt?.form[0]?.value).toContain('（榆文明督〔2026〕142号）');
    expect(receipt?.form[1]?.value).toBe('榆林市住房和城乡建设局');
  });
});

describe('standing', () => {
  test('a draft, an issued and a voided notice cannot be taken for one another', () => {
    expect(noticePaper(input()).mark).toBeNull();
    expect(noticePaper(input({ standing: { kind: 'draft' } })).mark?.words).toBe('未签发');
    const voided = noticePaper(
      input({ standing: { kind: 'voided', reason: '单位写错。', at: ISSUED } }),
    ).mark;
    expect(voided).toEqual({
      kind: 'voided',
      words: '作废',
      sentence: '本通知书已于2026年11月23日作废：单位写错。',
    });
  });
});
