/** What an office sees that opens the DOCX: by LibreOffice, beside the pages of the PDF. */
import { beforeAll, describe, expect, test } from 'vitest';
import { bulletinPaper } from '../../src/document/bulletin-paper.ts';
import { writeDocx } from '../../src/document/docx/write-docx.ts';
import { layOut } from '../../src/document/layout/lay-out.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import type { NoticePaper } from '../../src/document/paper.ts';
import { promptPaper } from '../../src/document/prompt-paper.ts';
import { receiptPaper } from '../../src/document/receipt-paper.ts';
import { supervisionPaper } from '../../src/document/supervision-paper.ts';
import { urgePaper } from '../../src/document/urge-paper.ts';
import { voidedPaper } from '../../src/document/voided-paper.ts';
import { BOX_METRICS } from './support/box-fonts.ts';
import { openLibreOffice } from './support/libre-office.ts';
import { photoBytes } from './support/photo-bytes.ts';
import {
  bulletinOf,
  ISSUED,
  noticeOf,
  problemOf,
  problemsOf,
  promptOf,
  SIGNED,
  supervisionOf,
  urgeOf,
} from './support/samples.ts';

const FULL = problemsOf(12, 8);
const MANY = problemsOf(60, 40);
const VOIDED = { kind: 'voided', reason: '责任单位有误', at: ISSUED } as const;
const LONG_UNIT = '榆林市高新技术产业开发区综合管理服务中心'.repeat(10);
/** So long that whole pages hold nothing else. */
const EVEN = problemOf({ text: '国'.repeat(2000) });
/** Marks at every distance, so that each comes to stand at every place of a line. */
const MARKED = problemOf({
  text: '国，国国。国国国、国（国国）国“国国国”国《国》国；国国：国！'.repeat(70),
});

const PAPERS: ReadonlyMap<string, NoticePaper> = new Map([
  ['notice', noticePaper(noticeOf({ problems: FULL }))],
  ['notice as a letter', noticePaper(noticeOf({ problems: FULL, format: 'letter' }))],
  ['one problem', noticePaper(noticeOf({ problems: [problemOf()], qr: null }))],
  ['one photo', noticePaper(noticeOf({ problems: problemsOf(1, 1) }))],
  ['sixty problems', noticePaper(noticeOf({ problems: MANY }))],
  ['voided', noticePaper(noticeOf({ problems: problemsOf(3, 3), standing: VOIDED }))],
  [
    'voided letter',
    noticePaper(noticeOf({ problems: problemsOf(3), standing: VOIDED, format: 'letter' })),
  ],
  ['draft without a number', noticePaper(noticeOf({ number: null, standing: { kind: 'draft' } }))],
  ['long unit', noticePaper(noticeOf({ unitName: LONG_UNIT }))],
  ['rare letters', noticePaper(noticeOf({ unitName: '坬墕崄堃𬭎镇人民政府' }))],
  ['supervision', supervisionPaper(supervisionOf())],
  ['urge', urgePaper(urgeOf())],
  ['bulletin as a letter', bulletinPaper(bulletinOf({ format: 'letter' }))],
  ['prompt', promptPaper(promptOf({ format: 'letter' }))],
  ['void notice', voidedPaper({ ...noticeOf({ standing: VOIDED }), replacedBy: null })],
  ['receipt', receiptPaper(noticeOf(), SIGNED)],
  ['even', noticePaper(noticeOf({ problems: [EVEN], qr: null }))],
  ['marked', noticePaper(noticeOf({ problems: [MARKED], qr: null }))],
]);

/** A row higher than a page is parted by each program in its own way. */
const OVERLONG = ['even', 'marked'];

const office = await openLibreOffice();

describe.skipIf(office === null)('a DOCX opened by LibreOffice', () => {
  const pages = new Map<string, string[]>();
  const of = (name: string) => pages.get(name) ?? [];
  const numbered = (name: string) =>
    of(name).map((text) => /—\s*(\d+)\s*—/.exec(text)?.[1] ?? null);

  beforeAll(async () => {
    const photos = photoBytes([...FULL, ...MANY, ...problemsOf(1, 1)]);
    const documents = new Map<string, Uint8Array>();
    for (const [name, paper] of PAPERS) {
      documents.set(name, await writeDocx(paper, { photos, issuedAt: ISSUED }));
    }
    for (const [name, pdf] of office?.convert(documents) ?? []) {
      pages.set(name, office?.pages(pdf) ?? []);
    }
  }, 120_000);

  test.each([...PAPERS.keys()].filter((name) => !OVERLONG.includes(name)))(
    '%s has as many pages as the PDF',
    (name) => {
      const paper = PAPERS.get(name);
      expect(of(name).length).toBe(paper && layOut(paper, BOX_METRICS).length);
    },
  );

  test.each([...PAPERS])('%s says what the description says', (name, paper) => {
    const text = squeezed(of(name).join(''), marksOf(paper));
    for (const sentence of saidBy(paper)) expect(text).toContain(squeezed(sentence));
  });

  test('a full page holds 22 lines of 28 letters', () => {
    const full = of('even').filter((page) => /^\s*国{28}\s*$/m.test(page));
    const lines = (full[1] ?? '').split('\n').filter((line) => line.includes('国'));
    expect(lines).toHaveLength(22);
    expect(lines.every((line) => line.trim() === '国'.repeat(28))).toBe(true);
  });

  test('no line begins or ends with a mark that may not stand there', () => {
    const lines = of('marked').flatMap((page) => page.split('\n').map((line) => line.trim()));
    const full = lines.filter((line) => /^.{24,}$/.test(line) && line.includes('国'));
    expect(full.length).toBeGreaterThan(60);
    expect(full.filter((line) => /^[，。、）”》；：！]|[（“《]$/.test(line))).toEqual([]);
  });

  test('the list of problems has its head on each of its pages', () => {
    const heads = of('sixty problems').filter((page) => page.includes('对应标准'));
    expect(heads.length).toBeGreaterThan(2);
  });

  test('every page bears its number but the receipt and the first page of a letter', () => {
    const last = of('notice').length - 1;
    expect(numbered('notice')).toEqual([
      ...Array.from({ length: last }, (_, at) => String(at + 1)),
      null,
    ]);
    expect(numbered('notice as a letter').slice(0, 3)).toEqual([null, '2', '3']);
  });

  test('an odd page has its number at the right, an even one at the left', () => {
    const columns = of('notice').map((page) => columnOf(page, /—\s*\d+\s*—/));
    expect(columns[0]).toBeGreaterThan(25);
    expect(columns[1]).toBeLessThan(10);
    expect(columns[2]).toBeGreaterThan(25);
  });

  test('every page of a voided paper says so', () => {
    for (const page of [...of('voided'), ...of('voided letter')]) {
      expect(squeezed(page)).toContain('作废：责任单位有误');
    }
  });
});

/** What a reader must find, wherever a line or a cell is broken. */
function saidBy(paper: NoticePaper): string[] {
  return [
    paper.heading,
    paper.number,
    ...(paper.body.length === 0 ? [] : paper.title),
    ...paper.body.map((paragraph) => paragraph.runs.map((run) => run.text).join('')),
    paper.signature,
    paper.date,
    ...paper.annexes.map((annex) => annex.title),
  ].filter(() => paper.body.length > 0);
}

function marksOf({ mark }: NoticePaper): string[] {
  if (mark === null) return [];
  return mark.kind === 'voided' ? [mark.sentence, mark.words] : [mark.words];
}

/** Page numbers and marks stand between the halves of a paragraph that goes over a page. */
function squeezed(text: string, marks: readonly string[] = []): string {
  const plain = text.replace(/—\s*\d+\s*—/g, '').replace(/\s+/g, '');
  return marks.reduce((rest, mark) => rest.replaceAll(mark, ''), plain);
}

function columnOf(page: string, words: RegExp): number {
  return (
    page
      .split('\n')
      .find((line) => words.test(line))
      ?.search(words) ?? -1
  );
}
