/** Laws of the paper on real output: what poppler and qpdf find in the PDF, not what we meant. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mm } from '../../src/document/layout/geometry.ts';
import type { Face } from '../../src/document/metrics.ts';
import { linesOf } from '../../src/document/missing-characters.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import type { NoticePaper } from '../../src/document/paper.ts';
import { promptPaper } from '../../src/document/prompt-paper.ts';
import { receiptPaper } from '../../src/document/receipt-paper.ts';
import { supervisionPaper } from '../../src/document/supervision-paper.ts';
import { voidedPaper } from '../../src/document/voided-paper.ts';
import { linesIn, pdfTool, wordsOf } from '../support/pdf-tools.ts';
import { inkEdges, renderPage } from '../support/pixels.ts';
import { plainJpeg } from '../support/plain-jpeg.ts';
import { BOX_METRICS } from './support/box-fonts.ts';
import { type Made, Press } from './support/made.ts';
import {
  ISSUED,
  noticeOf,
  problemsOf,
  promptOf,
  SIGNED,
  supervisionOf,
} from './support/samples.ts';
import { stressText } from './support/stress.ts';

const press = new Press();
afterAll(() => press.clear());

/** A paper of nothing but text. */
function plain(texts: readonly string[]): NoticePaper {
  return {
    ...noticePaper(noticeOf({ qr: null })),
    body: texts.map((text) => ({ level: 'text', runs: [{ text }] })),
    annexes: [],
    enclosures: [],
    receipt: null,
  };
}

const pageText = async (file: string) =>
  (await pdfTool('pdftotext', ['-raw', file, '-'])).toString('utf8').replace(/\s/g, '');

describe('a full page', () => {
  let made: Made;
  beforeAll(async () => {
    made = await press.make(plain(['国一'.repeat(28 * 40)]));
  });

  test('holds 22 lines of 28 characters', async () => {
    const page = (await wordsOf(made.file))[1] ?? [];
    const lines = linesIn(page).filter((line) => !line.startsWith('—'));
    expect(lines).toHaveLength(22);
    for (const line of lines) expect(Array.from(line)).toHaveLength(28);
  });

  test('is a block of 156 × 225 mm at 37 and 28 mm, within half a millimetre', async () => {
    const page = (await wordsOf(made.file))[1] ?? [];
    const middles = page
      .filter((word) => !/^[—\d]+$/.test(word.text))
      .map((word) => (word.top + word.bottom) / 2)
      .sort((a, b) => a - b);
    const pitch = ((middles.at(-1) ?? 0) - (middles[0] ?? 0)) / 21;
    expect(Math.abs(pitch * 22 - mm(225))).toBeLessThan(mm(0.5));
    expect(Math.abs((middles[0] ?? 0) - pitch / 2 - mm(37))).toBeLessThan(mm(0.5));

    const ink = inkEdges(await renderPage(made.file, 2, 150), 150, [0, 262]);
    expect(Math.abs(ink.left - 28)).toBeLessThan(0.5);
    expect(Math.abs(ink.right - 184)).toBeLessThan(0.5);
    expect(ink.top).toBeGreaterThan(37);
    expect(ink.bottom).toBeLessThan(262);
  });

  test('has its number outside the block: odd pages right, even left, 7 mm below', async () => {
    const pages = await wordsOf(made.file);
    for (const [at, words] of pages.entries()) {
      const number = words.filter((word) => word.top > mm(262));
      expect(number.map((word) => word.text).join('')).toBe(`—${at + 1}—`);
      const left = Math.min(...number.map((word) => word.left));
      const right = Math.max(...number.map((word) => word.right));
      if (at % 2 === 0) expect(Math.abs(right - (mm(184) - 14))).toBeLessThan(1);
      else expect(Math.abs(left - (mm(28) + 14))).toBeLessThan(1);
      if (at > 1) continue;
      const page = await renderPage(made.file, at + 1, 100);
      const ink = inkEdges(page, 100, [263, 290]);
      const dash = inkEdges(page, 100, [268.5, 269.7]);
      expect(ink.top).toBeGreaterThan(266);
      expect(Number.isFinite(dash.top)).toBe(true);
    }
  });
});

test('no line of a text of 500 lines begins with a mark that may not begin one', async () => {
  const texts = stressText(28 * 530);
  const { file } = await press.make(plain(texts));
  const pages = (await wordsOf(file)).map((words) => words.filter((word) => word.top < mm(262)));
  const lines = pages.flatMap((words) => linesIn(words));
  expect(lines.length).toBeGreaterThan(500);
  expect(lines.filter((line) => /^[，。、；：？！）》」』】〕〉”’…—％%℃·]/.test(line))).toEqual([]);
  expect(lines.filter((line) => /[（《「『【〔〈“‘]$/.test(line))).toEqual([]);
  expect(lines.join('')).toContain(texts.join('').replace(/\s/g, ''));
}, 60_000);

describe('a PDF', () => {
  const standing = { kind: 'voided', reason: '单位写错', at: ISSUED } as const;
  const LONG = `${'榆林市'.repeat(64)}住房和城乡建设局`;
  const papers = {
    notice: noticePaper(noticeOf()),
    letter: noticePaper(noticeOf({ format: 'letter' })),
    supervision: supervisionPaper(supervisionOf()),
    prompt: promptPaper(promptOf({ format: 'letter' })),
    voided: voidedPaper({ ...noticeOf({ standing }), replacedBy: null }),
    'a voided notice': noticePaper(
      noticeOf({ standing, replaces: { agency: '榆文明督', year: 2026, seq: 141 } }),
    ),
    receipt: receiptPaper(noticeOf(), SIGNED),
    'rare characters': noticePaper(noticeOf({ unitName: '坬墕崄堃𬭎街道办事处' })),
    'long names': noticePaper(noticeOf({ unitName: LONG, officeName: LONG })),
    'empty parts': noticePaper(
      noticeOf({
        contact: '',
        phone: '',
        roundName: '',
        teamName: '',
        basis: '',
        demand: '',
        feedback: '',
        qr: null,
      }),
    ),
  };

  test.each(Object.entries(papers))(
    'of %s is sound and says what the description says',
    async (_name, paper) => {
      const { file, sheets } = await press.make(paper);
      const check = (await pdfTool('qpdf', ['--check', file])).toString('utf8');
      expect(check).toContain('No syntax or stream encoding errors found');
      const drawn = sheets.flatMap((sheet) =>
        sheet.pieces.flatMap((piece) =>
          linesOf(piece).flatMap((line) => line.map((run) => run.text)),
        ),
      );
      const sorted = (text: string) => Array.from(text.replace(/\s/g, '')).sort().join('');
      expect(sorted(await pageText(file))).toBe(sorted(drawn.join('')));
      const body = paper.body.map((each) =>
        each.runs
          .map((run) => run.text)
          .join('')
          .replace(/\s/g, ''),
      );
      const marks = paper.mark?.kind === 'voided' ? `作废${paper.mark.sentence}` : '作废作废';
      const found = (await pageText(file)).replace(/—\d+—/g, '').replaceAll(marks, '');
      for (const text of body) expect(found).toContain(text);
    },
  );

  test('bears title, number and the paper’s own date, and speaks Chinese', async () => {
    const { file, bytes } = await press.make(papers.notice);
    const info = (await pdfTool('pdfinfo', [file])).toString('utf8');
    expect(info).toContain('关于城区重点点位实地督查发现问题的督查通知书');
    expect(info).toContain('榆文明督〔2026〕142号');
    expect(info).toMatch(/PDF version:\s+1\.7/);
    expect(info).toMatch(/Tagged:\s+yes/);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('D:20261123080000Z');
    expect(raw).toContain('/Lang (zh-CN)');
    expect(raw).not.toContain('Helvetica');
  });

  test('of 60 problems and 40 photos tells its progress page by page, and keeps the photos as they are', async () => {
    const problems = problemsOf(60, 40);
    const photos = new Map(
      problems
        .flatMap((each) => each.photos)

        .map((photo, at) => [photo.sha256, plainJpeg(photo.width, photo.height, at)]),
    );
    const { file, bytes, sheets } = await press.make(noticePaper(noticeOf({ problems })), photos);
    expect((await pdfTool('qpdf', ['--check', file])).toString('utf8')).toContain('No syntax');
    expect(sheets.length).toBeGreaterThan(20);
    const raw = Buffer.from(bytes);
    for (const photo of photos.values()) expect(raw.includes(Buffer.from(photo))).toBe(true);
  });

  test('says 照片未到 where a photo is lacking or broken', async () => {
    const problems = problemsOf(2, 2);
    const [one] = problems.flatMap((each) => each.photos);
    const broken = new Map([[one?.sha256 ?? '', new Uint8Array([0xff, 0xd8, 1, 2])]]);
    const { file } = await press.make(noticePaper(noticeOf({ problems })), broken);
    expect((await pageText(file)).match(/照片未到/g)).toHaveLength(2);
  });

  test('frames a character that no font has, and gives it to whoever copies it', async () => {
    const paper = noticePaper(noticeOf({ unitName: '坬街道办事处' }));
    const without = {
      ...BOX_METRICS,
      fontOf: (face: Face, code: number) =>
        code === 0x576c ? null : BOX_METRICS.fontOf(face, code),
    };
    const { file } = await press.make(paper, new Map(), without);
    expect(await pageText(file)).toContain('坬街道办事处：');
    const check = (await pdfTool('qpdf', ['--check', file])).toString('utf8');
    expect(check).toContain('No syntax');
  });
});
