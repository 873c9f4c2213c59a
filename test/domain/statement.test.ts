/** 对账单: whatever has happened, the account adds up and one month begins where the other ended. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type History, INCOMING, OUTGOING, statementOf } from '../../src/domain/statement.ts';
import { termAt } from '../../src/server/ledger/term-at.ts';

const KINDS = [
  'recorded',
  'assigned',
  'unassigned',
  'acknowledged',
  'replied',
  'accepted',
  'returned',
  'passed',
  'fixed',
  'shelved',
  'shelf-kept',
  'unshelved',
  'handed-off',
  'handed-back',
  'merged',
  'closed',
  'voided',
  'extension-granted',
] as const;

const history = fc
  .array(fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(99) }), { maxLength: 12 })
  .map((events) => [...events].sort((a, b) => a.at - b.at));
const histories = fc
  .array(history, { maxLength: 12 })
  .map((all): History[] => all.map((events, nth) => ({ id: `F${nth}`, events })));

test('opening and what came, less what went, is closing; the next month opens with it', () => {
  fc.assert(
    fc.property(histories, fc.nat(50), fc.nat(49), (all, from, length) => {
      const to = from + length;
      const { sums, lines } = statementOf(all, from, to);
      const came = INCOMING.reduce((sum, cause) => sum + sums[cause], 0);
      const went = OUTGOING.reduce((sum, cause) => sum + sums[cause], 0);
      expect(sums.opening + came - went).toBe(sums.closing);
      expect(statementOf(all, to, 100).sums.opening).toBe(sums.closing);
      expect(lines.filter(({ opening }) => opening)).toHaveLength(sums.opening);
      expect(lines.filter(({ closing }) => closing)).toHaveLength(sums.closing);
    }),
  );
});

test('a month that is over says the same, whatever happens later', () => {
  fc.assert(
    fc.property(histories, histories, (all, later) => {
      const longer = all.map(({ id, events }, nth) => ({
        id,
        events: [
          ...events,
          ...(later[nth]?.events ?? []).map((one) => ({ ...one, at: one.at + 100 })),
        ],
      }));
      expect(statementOf(longer, 20, 80)).toEqual(statementOf(all, 20, 80));
    }),
  );
});

test('what was assigned and closed within the month is told as both', () => {
  const events = [
    { kind: 'assigned', at: 11 },
    { kind: 'replied', at: 12 },
    { kind: 'returned', at: 13 },
    { kind: 'replied', at: 14 },
    { kind: 'passed', at: 15 },
  ];
  const { sums, lines } = statementOf([{ id: 'F1', events }], 10, 20);
  expect(sums).toMatchObject({ opening: 0, assigned: 1, closed: 1, closing: 0 });
  expect(lines).toMatchObject([{ state: 'closed', rework: 1 }]);
});

test('what comes off the shelf without a notice is nobody’s account yet', () => {
  const events = [
    { kind: 'shelved', at: 11 },
    { kind: 'unshelved', at: 12 },
  ];
  expect(statementOf([{ id: 'F1', events }], 10, 20).lines).toEqual([]);
});

test('the deadline of then: that of the notice, what an extension moved, and unknown where nothing tells it', () => {
  const records = {
    events: [
      { kind: 'assigned', at: 10 },
      { kind: 'returned', at: 40 },
      { kind: 'returned', at: 60 },
    ],
    grants: [{ at: 20, former: 100, dueAt: 200 }],
    present: 300,
    noticed: 100,
  };
  expect(termAt(15, records)).toBe(100);
  expect(termAt(25, records)).toBe(200);
  expect(termAt(50, records)).toBeNull();
  expect(termAt(70, records)).toBe(300);
  expect(termAt(5, { ...records, grants: [] })).toBeNull();
  expect(termAt(15, { ...records, grants: [] })).toBe(100);
});
