/** What a unit is told of its problems, and for how long the way in by a notice's own paper is open. */
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../src/domain/civil.ts';
import {
  FILE_KINDS,
  FILE_TYPES,
  kindOfBytes,
  kindOfType,
  nameOfKind,
} from '../../src/domain/file-kind.ts';
import { FINDING_STATES, type FindingState, owesAnswer } from '../../src/domain/finding-life.ts';
import { receiptNumber } from '../../src/domain/receipt-number.ts';
import { READING_MS, replyGate } from '../../src/domain/reply-gate.ts';
import { sayTimeLeft } from '../../src/domain/time-left.ts';
import { whatsNext } from '../../src/domain/whats-next.ts';

const DAY = 86_400_000;
const AT = instantOf('2026-11-27', 9);
const ISSUED = { state: 'issued' } as const;
const found = (...states: FindingState[]) => states.map((state) => ({ state, changedAt: AT }));

describe('the way in by a notice', () => {
  test.each(FINDING_STATES)('with one problem that is %s', (state) => {
    const open = ['assigned', 'acknowledged', 'replied', 'returned'].includes(state);
    expect(replyGate(ISSUED, found('closed', state), AT).kind).toBe(open ? 'open' : 'over');
    // Wherever the unit owes an answer, it can give it.
    if (owesAnswer(state)) expect(open).toBe(true);
  });

  test('shows the outcome for thirty days, and then nothing', () => {
    const gate = (now: number) => replyGate(ISSUED, found('closed', 'voided'), now);
    expect(gate(AT)).toEqual({ kind: 'over', until: AT + READING_MS });
    expect(gate(AT + READING_MS - 1).kind).toBe('over');
    expect(gate(AT + READING_MS)).toEqual({ kind: 'shut', why: 'closed' });
    expect(READING_MS).toBe(30 * DAY);
  });

  test('is shut once the notice is void, whatever its problems are', () => {
    const gate = replyGate({ state: 'voided' }, found('assigned'), AT);
    expect(gate).toEqual({ kind: 'shut', why: 'voided' });
  });

  test('opens again for a problem that comes back', () => {
    const later = AT + 2 * READING_MS;
    expect(replyGate(ISSUED, found('shelved'), later).kind).toBe('shut');
    expect(replyGate(ISSUED, found('assigned'), later).kind).toBe('open');
  });
});

test.each([
  [2 * DAY + 5 * 3_600_000 + 59_000, '还剩 2 天 5 小时'],
  [3 * DAY, '还剩 3 天'],
  [5 * 3_600_000, '还剩 5 小时'],
  [40 * 60_000, '还剩 40 分钟'],
  [0, '还剩 1 分钟'],
  [-1, '已超期 1 分钟'],
  [-DAY - 3 * 3_600_000, '已超期 1 天 3 小时'],
])('%d ms before the deadline: %s', (left, words) => {
  expect(sayTimeLeft(AT + left, AT)).toBe(words);
});

describe('what happens next', () => {
  const problem = {
    dueAt: instantOf('2026-11-30', 18),
    acceptedAt: null,
    reviewOn: null,
    extensionAsked: false,
    merged: false,
  };

  test.each(FINDING_STATES)('%s: whose turn it is goes by who owes an answer', (state) => {
    const { turn, now, after } = whatsNext({ ...problem, state });
    expect(turn === 'unit').toBe(owesAnswer(state));
    for (const words of [now, after]) expect(words).toMatch(/^.+。$/u);
  });

  test('the deadline is said with its hour, and the day of a review', () => {
    expect(whatsNext({ ...problem, state: 'returned' }).now).toContain('在2026年11月30日18时前');
    expect(whatsNext({ ...problem, state: 'shelved', reviewOn: '2027-03-01' }).after).toContain(
      '2027年3月1日',
    );
    expect(whatsNext({ ...problem, state: 'assigned', extensionAsked: true }).after).toContain(
      '延期申请正在等',
    );
    expect(whatsNext({ ...problem, state: 'replied', acceptedAt: AT }).now).toContain('已受理');
  });
});

test('a receipt has a short number of its own', () => {
  expect(receiptNumber('01931234-5678-7abc-8def-0123456789ab')).toBe('4567-89AB');
});

describe('a file is what its bytes say', () => {
  const text = (words: string) => new Uint8Array(Buffer.from(words, 'latin1'));
  const compound = (stream: string) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(600),
        Buffer.from(stream, 'utf16le'),
      ]),
    );

  test.each([
    ['pdf', text('%PDF-1.7\n')],
    ['jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['doc', compound('WordDocument')],
    ['xls', compound('Workbook')],
    ['docx', text('PK\x03\x04....word/document.xml')],
    ['xlsx', text('PK\x03\x04....xl/workbook.xml')],
    [null, text('PK\x03\x04....META-INF/MANIFEST.MF')],
    [null, text('PK\x03\x04..word/document.xml..word/vbaProject.bin')],
    [null, compound('SomethingElse')],
    [null, text('MZ\x90\x00')],
    [null, text('<svg onload="x"/>')],
    [null, new Uint8Array()],
  ])('%s', (kind, bytes) => {
    expect(kindOfBytes(bytes)).toBe(kind);
  });

  test('and its name ends as they do', () => {
    expect(nameOfKind('整改.PDF', 'pdf')).toBe('整改.PDF');
    expect(nameOfKind('照片.jpeg', 'jpg')).toBe('照片.jpeg');
    expect(nameOfKind('整改.exe', 'pdf')).toBe('整改.exe.pdf');
    expect(nameOfKind('整改', 'docx')).toBe('整改.docx');
    for (const kind of FILE_KINDS) expect(kindOfType(FILE_TYPES[kind])).toBe(kind);
    expect(kindOfType('text/html')).toBeNull();
  });
});
