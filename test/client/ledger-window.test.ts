/** The long list of the desk: which rows are drawn, which pages are asked for, and what stays under the eye. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LedgerWindow,
  PAGE,
  type PageAsked,
} from '../../src/client/screens/findings/ledger-window.ts';
import {
  HEAD,
  ROW,
  rowsOfPage,
  scrollTo,
  visibleRows,
} from '../../src/client/screens/findings/visible-rows.ts';
import type { Answer } from '../../src/client/screens/office/ask.ts';
import { noCounts } from '../../src/domain/ledger.ts';
import type { LedgerLine, LedgerPage } from '../../src/protocol/ledger.ts';
import { findingRow } from '../support/finding-row.ts';

const total = fc.integer({ min: 0, max: 100_000 });
const top = fc.integer({ min: 0, max: 5_000_000 });
const height = fc.integer({ min: HEAD + ROW, max: 2_000 });

describe('the rows that are drawn', () => {
  test('are those in sight, a few more, and never more than fit', () => {
    fc.assert(
      fc.property(top, height, total, (at, tall, count) => {
        const { from, to } = visibleRows({ top: at, height: tall }, count);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(Math.max(count, from));
        expect(to - from).toBeLessThanOrEqual(Math.ceil(tall / ROW) + 16);
        const first = Math.floor(at / ROW);
        if (first < count) expect(from <= first && first < to).toBe(true);
      }),
    );
  });

  test('after a step hold the row whole, below the head', () => {
    fc.assert(
      fc.property(top, height, fc.nat(100_000), (at, tall, row) => {
        const next = scrollTo(row, { top: at, height: tall });
        expect(row * ROW).toBeGreaterThanOrEqual(next);
        expect(row * ROW + ROW).toBeLessThanOrEqual(next + tall - HEAD);
        expect(scrollTo(row, { top: next, height: tall })).toBe(next);
        expect(rowsOfPage({ top: next, height: tall })).toBeGreaterThan(0);
      }),
    );
  });
});

/** An office whose list is these ids. */
class Office {
  ids: string[];
  readonly asked: PageAsked[] = [];
  answers = true;

  constructor(count: number) {
    this.ids = Array.from({ length: count }, (_, nth) => `F${nth}`);
  }

  readonly ask = async (asked: PageAsked): Promise<Answer<LedgerPage>> => {
    this.asked.push(asked);
    if (!this.answers) {
      return { ok: false, offline: true, code: 'offline', message: '没有网络', lines: [] };
    }
    const { offset, limit, seek } = asked;
    const at = this.ids.indexOf(seek);
    return {
      ok: true,
      value: {
        matched: this.ids.length,
        offset,
        lines: this.ids.slice(offset, offset + limit).map(line),
        counts: { total: this.ids.length, of: noCounts() },
        position: at < 0 ? null : at,
        gap: '',
      },
    };
  };
}

const line = (id: string): LedgerLine => ({
  finding: findingRow(id),
  unitName: '',
  number: null,
  issuedAt: null,
  streetId: '',
  streetName: '',
  category: '',
  categoryName: '',
  roundName: '',
});

function open(office: Office) {
  const shifts: number[] = [];
  const window = new LedgerWindow({ ask: office.ask, changed: (shift) => shifts.push(shift) });
  return { window, shifts };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the pages that are asked for', () => {
  test('are those of the rows in sight, each once', async () => {
    const office = new Office(1_000);
    const { window } = open(office);
    expect(window.head).toBeNull();
    window.want(0, 1);
    window.want(0, 30);
    await settled();
    window.want(PAGE - 5, PAGE + 20);
    await settled();
    expect(office.asked.map(({ offset }) => offset)).toEqual([0, PAGE]);
    expect(window.head?.matched).toBe(1_000);
    expect(window.lineAt(PAGE + 3)?.finding.id).toBe(`F${PAGE + 3}`);
    expect(window.lineAt(500)).toBeUndefined();
    expect(window.indexOf('F42')).toBe(42);
    expect(await window.seek('F700')).toBe(700);
  });

  test('a refresh keeps the row under the eye where it is, whatever came in above', async () => {
    const office = new Office(1_000);
    const { window, shifts } = open(office);
    window.want(290, 320);
    await settled();
    office.ids = ['new1', 'new2', 'new3', ...office.ids];
    const before = window.lineAt(299)?.finding.id;
    await window.refresh({ id: 'F299', at: 299 });
    expect(shifts.at(-1)).toBe(3);
    expect(window.lineAt(299 + 3)?.finding.id).toBe(before);
    expect(window.head?.matched).toBe(1_003);
  });

  test('one that fails keeps what is shown, and says so; the next good one takes it back', async () => {
    const office = new Office(200);
    const { window } = open(office);
    window.want(0, 10);
    await settled();
    office.answers = false;
    await window.refresh(null);
    expect(window.trouble).toEqual({ message: '没有网络', offline: true });
    expect(window.lineAt(5)?.finding.id).toBe('F5');
    office.answers = true;
    await window.refresh(null);
    expect(window.trouble).toBeNull();
  });

  test('an answer to a question that is no longer asked changes nothing', async () => {
    const office = new Office(200);
    const { window, shifts } = open(office);
    window.want(0, 10);
    window.close();
    await settled();
    expect(window.head).toBeNull();
    expect(shifts).toEqual([]);
  });
});
