import { describe, expect, test } from 'vitest';
import { BLOCK, LINE, LINES, mm } from '../../src/document/layout/geometry.ts';
import { layOut } from '../../src/document/layout/lay-out.ts';
import { SYSTEM_METRICS } from '../../src/document/metrics.ts';
import { linesOf, missingCharacters } from '../../src/document/missing-characters.ts';
import type { NoticeInput } from '../../src/document/notice-input.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import type { NoticePaper } from '../../src/document/paper.ts';
import { promptPaper } from '../../src/document/prompt-paper.ts';
import { receiptPaper } from '../../src/document/receipt-paper.ts';
import type { Piece, Sheet, TextLine } from '../../src/document/sheet.ts';
import { supervisionPaper } from '../../src/document/supervision-paper.ts';
import {
  noticeOf,
  problemOf,
  problemsOf,
  promptOf,
  SIGNED,
  supervisionOf,
} from './support/samples.ts';

const LONG = `${'榆林市'.repeat(64)}住房和城乡建设局`;

const lay = (paper: NoticePaper) => layOut(paper, SYSTEM_METRICS);
const layNotice = (over: Partial<NoticeInput> = {}) => lay(noticePaper(noticeOf(over)));
const say = (line: TextLine) => line.map((run) => run.text).join('');
const linesOn = (sheet: Sheet, role?: string) =>
  sheet.pieces.flatMap((piece) =>
    piece.kind === 'text' && (role === undefined || piece.role === role) ? piece.lines : [],
  );
const textOn = (sheet: Sheet) => sheet.pieces.flatMap((piece) => linesOf(piece).map(say)).join('');
const pagesWith = (sheets: readonly Sheet[], text: string) =>
  sheets.flatMap((sheet, at) => (textOn(sheet).includes(text) ? [at] : []));

/** Notices whose text ends on every line of a page, from one that is short to two pages. */
const EVERY_LENGTH = Array.from({ length: 45 }, (_, count) =>
  (['document', 'letter'] as const).map((format) => ({ format, problems: problemsOf(count + 1) })),
).flat();

describe('the letter', () => {
  test('a signature never stands on a page without text', () => {
    for (const over of EVERY_LENGTH) {
      const sheets = layNotice(over);
      const page = sheets.findIndex((sheet) =>
        linesOn(sheet).some((line) => say(line) === '2026年11月23日'),
      );
      const body = linesOn(sheets[page] ?? { width: 0, height: 0, pageNumber: 1, pieces: [] });
      expect(body.some((line) => /联系电话/.test(say(line)))).toBe(true);
    }
  });

  test('a heading never stands last on a page', () => {
    for (const over of EVERY_LENGTH) {
      for (const sheet of layNotice(over)) {
        const last = linesOn(sheet, 'paragraph').at(-1);
        expect(last ? say(last) : '').not.toMatch(/^[一二三]、|^（.*）[^。]*。$/);
      }
    }
  });

  test('every line of the text stands on the grid, and no page holds more than 22', () => {
    for (const sheet of layNotice({ problems: problemsOf(40) }).slice(0, 4)) {
      const lines = linesOn(sheet, 'paragraph');
      expect(lines.length).toBeLessThanOrEqual(LINES);
      for (const line of lines) {
        const place = ((line[0]?.y ?? 0) - BLOCK.top) / LINE;
        expect(place % 1).toBeCloseTo(0.7097, 2);
        expect(line[0]?.y).toBeLessThan(BLOCK.bottom);
      }
    }
  });

  test('a full page holds 22 lines', () => {
    const sheets = layNotice({ problems: problemsOf(60) });
    expect(linesOn(sheets[1] ?? fail(), 'paragraph')).toHaveLength(LINES);
  });

  test('the QR touches no text, whatever the length and the names', () => {
    const names = [
      {},
      { officeName: LONG },
      { officeName: '榆林市文明城市创建工作领导小组办公室' },
    ];
    for (const over of EVERY_LENGTH) {
      for (const name of names) {
        for (const sheet of layNotice({ ...over, ...name })) {
          for (const piece of sheet.pieces) if (piece.kind === 'qr') expectClear(sheet, piece);
        }
      }
    }
  });

  test('without a QR nothing is drawn, with one it is 26 mm square', () => {
    const drawn = (qr: string | null) =>
      layNotice({ qr }).flatMap((sheet) => sheet.pieces.filter((piece) => piece.kind === 'qr'));
    expect(drawn(null)).toEqual([]);
    const [piece] = drawn('XD1');
    expect(piece?.kind === 'qr' && piece.size).toBeCloseTo(mm(26), 5);
  });
});

describe('pages', () => {
  test('odd numbers stand right, even left, one character in, under the block', () => {
    for (const sheet of layNotice({ problems: problemsOf(30, 12) })) {
      const [line] = linesOn(sheet, 'page-number');
      if (sheet.pageNumber === null) {
        expect(line).toBeUndefined();
        continue;
      }
      const first = line?.[0];
      const last = line?.at(-1);
      expect(say(line ?? [])).toBe(`— ${sheet.pageNumber} —`);
      if (sheet.pageNumber % 2 === 1) {
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(BLOCK.right - 14, 1);
      } else expect(first?.x).toBeCloseTo(BLOCK.left + 14, 1);
      expect(first?.y).toBeGreaterThan(BLOCK.bottom + mm(7));
    }
  });

  test('the receipt is the last page and bears no number; a letter shows none on its first', () => {
    const sheets = layNotice({ format: 'letter' });
    expect(sheets.at(-1)?.pageNumber).toBeNull();
    expect(textOn(sheets.at(-1) ?? fail())).toContain('送达回证');
    expect(sheets.slice(0, 2).map((sheet) => sheet.pageNumber)).toEqual([null, 2]);
  });

  test('every annex begins on a page of its own', () => {
    const sheets = layNotice({ problems: problemsOf(12, 8) });
    const starts = ['附件1问题清单', '附件2现场照片', '附件3整改情况反馈表'].map(
      (head) => pagesWith(sheets, head)[0] ?? -1,
    );
    expect(new Set(starts).size).toBe(3);
    expect(starts).not.toContain(-1);
  });

  test('nothing leaves the block to the side or the foot, with the longest names', () => {
    for (const format of ['document', 'letter'] as const) {
      const names = { format, unitName: LONG, officeName: LONG };
      const papers = [
        noticePaper(noticeOf({ ...names, problems: problemsOf(12, 8) })),
        supervisionPaper(supervisionOf(names)),
        promptPaper(promptOf(names)),
      ];
      for (const sheet of papers.flatMap(lay)) {
        for (const line of sheet.pieces.flatMap(linesOf)) {
          for (const run of line) {
            expect(run.x).toBeGreaterThanOrEqual(BLOCK.left - 0.1);
            expect(run.x + run.width).toBeLessThanOrEqual(BLOCK.right + 0.3);
            expect(run.y).toBeLessThan(sheet.height - mm(20));
          }
        }
      }
    }
  });

  test('a table’s header stands on each of its pages, and every problem in it once', () => {
    const sheets = layNotice({ problems: problemsOf(60) });
    const tables = sheets
      .flatMap((sheet) => sheet.pieces)
      .filter((piece) => piece.kind === 'table')
      .filter((piece) => piece.name === '问题清单');
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) expect(table.rows[0]?.header).toBe(true);
    const first = tables
      .flatMap((table) => table.rows.filter((row) => !row.header))
      .map((row) => row.cells[0]?.lines.map(say).join(''));
    expect(first).toEqual(Array.from({ length: 60 }, (_, at) => String(at + 1)));
  });

  test('a row that is higher than a page is parted and loses nothing', () => {
    const text = '垃圾分类亭外溢满未及时清运'.repeat(60);
    const sheets = layNotice({ problems: [problemOf({ text })] });
    const all = sheets
      .flatMap((sheet) => sheet.pieces)
      .filter((piece) => piece.kind === 'table' && piece.name === '问题清单');
    expect(all.length).toBeGreaterThan(1);
    const cells = all.flatMap((piece) =>
      piece.kind === 'table' ? piece.rows.map((row) => row.cells[2]?.lines.map(say).join('')) : [],
    );
    expect(cells.join('').replaceAll('存在问题', '')).toBe(text);
  });

  test('photos keep their shape and stand on one page once', () => {
    for (const count of [0, 1, 8, 40]) {
      const pictures = layNotice({ problems: problemsOf(60, count) }).flatMap((sheet) =>
        sheet.pieces.filter((piece) => piece.kind === 'picture'),
      );
      expect(new Set(pictures.map((piece) => piece.sha256)).size).toBe(count);
      for (const piece of pictures) {
        expect(
          [4 / 3, 3 / 4].some((shape) => Math.abs(shape - piece.width / piece.height) < 1e-6),
        ).toBe(true);
        expect(piece.y + piece.height).toBeLessThan(BLOCK.bottom);
      }
    }
  });

  test('no caption leaves the page’s text, whatever shapes and captions stand side by side', () => {
    for (const count of [1, 2, 3, 4, 8, 40]) {
      const captions = layNotice({ problems: problemsOf(12, count) }).flatMap((sheet) =>
        linesOn(sheet, 'caption'),
      );
      const baselines = captions.flatMap((line) => line.map((run) => run.y));
      expect(Math.max(...baselines)).toBeLessThan(BLOCK.bottom);
    }
  });

  test('a signature is not written over what stands beside it', () => {
    const witness = '社区工作人员一、社区工作人员二、物业公司值班人员';
    const delivery = { ...SIGNED, witness, witnessSignature: SIGNED.signature };
    const cells = lay(receiptPaper(noticeOf(), delivery))
      .flatMap((sheet) => sheet.pieces)
      .flatMap((piece) => (piece.kind === 'table' ? piece.rows.flatMap((row) => row.cells) : []))
      .filter((cell) => cell.strokes !== null);
    expect(cells).toHaveLength(2);
    for (const { lines, strokes } of cells) {
      const written = Math.max(...lines.flat().map((run) => run.x + run.width));
      const pen =
        strokes?.strokes.flatMap((stroke) => stroke.filter((_, at) => at % 2 === 0)) ?? [];
      expect(Math.min(...pen)).toBeGreaterThan(written);
      expect(Math.max(...pen)).toBeLessThan(BLOCK.right);
    }
  });

  test('what no font has is named once, in order, with its code', () => {
    const metrics = {
      ...SYSTEM_METRICS,
      fontOf: (_face: string, code: number) => ([0x2cb4e, 0x576c].includes(code) ? null : 'a'),
    };
    const paper = noticePaper(noticeOf({ unitName: '坬𬭎街道办事处' }));
    expect(missingCharacters(paper, metrics)).toEqual([
      { char: '坬', code: 'U+576C' },
      { char: '𬭎', code: 'U+2CB4E' },
    ]);
  });

  test('an edition that the program does not know is refused with a sentence', () => {
    expect(() => noticePaper(noticeOf({ edition: 9 }))).toThrow('没有第9版公文模板');
    expect(() => lay({ ...noticePaper(noticeOf()), edition: 9 })).toThrow('没有第9版公文模板');
  });
});

function fail(): never {
  throw new Error('there is no such page');
}

function expectClear(sheet: Sheet, qr: Extract<Piece, { kind: 'qr' }>): void {
  for (const line of sheet.pieces.flatMap(linesOf)) {
    for (const run of line) {
      const beside = run.x >= qr.x + qr.size + 4 || run.x + run.width <= qr.x - 4;
      // Its letters reach 0.88 em above the baseline and 0.12 em below.
      const apart =
        run.y + run.size * 0.12 <= qr.y - 2 || run.y - run.size * 0.88 >= qr.y + qr.size + 2;
      expect(beside || apart, `${run.text} touches the QR`).toBe(true);
    }
  }
}
