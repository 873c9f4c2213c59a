/** A tablet that has not been updated yet reads on, whatever the newer ones have done. */
import { expect, test } from 'vitest';
import { EventRow, type NoticeRow } from '../../src/protocol/rows/work.ts';
import { OLDEST_PROTOCOL, type Patch } from '../../src/protocol/sync.ts';
import { OLDER, olderPatch } from '../../src/server/sync/older-wire.ts';

const line: EventRow = {
  id: 'c.1.f',
  subject: 'finding',
  subjectId: 'f',
  unitId: 'U04',
  kind: 'recorded',
  detail: '原话',
  at: 1,
  by: 'A1',
  byName: '督查员一',
};
const OLD_KINDS = [
  ...['recorded', 'amended', 'assigned', 'unassigned', 'acknowledged'],
  ...['unacknowledged', 'voided', 'issued', 'delivered'],
];

test('it is the oldest protocol that is spoken so', () => {
  expect(OLDER).toBe(OLDEST_PROTOCOL);
});

test('a line of 经过 keeps its words, and is of a kind that it knows', () => {
  const kinds = EventRow.shape.kind.options;
  const event = kinds.map((kind) => ({ ...line, kind }));
  const said = puts({ event });
  expect(said.event).toHaveLength(kinds.length);
  for (const [nth, row] of (said.event ?? []).entries()) {
    expect(OLD_KINDS).toContain(row.kind);
    expect(row.detail).toBe('原话');
    if (OLD_KINDS.includes(kinds[nth] ?? '')) expect(row.kind).toBe(kinds[nth]);
  }
});

test('tables and deletions that it has not are left out', () => {
  const patch: Patch = {
    reset: false,
    puts: { reply: [], letter: [], unit: [] },
    dels: [
      { table: 'reply', id: 'r' },
      { table: 'finding', id: 'f' },
    ],
  };
  expect(olderPatch(patch)).toEqual({
    reset: false,
    puts: { unit: [] },
    dels: [{ table: 'finding', id: 'f' }],
  });
});

test('a notice that its unit has signed for online has no 送达 there, which could not be read', () => {
  const how = { kind: 'online', receiver: '李某', duty: '', phone: '' } as const;
  const entry = { how, at: 1, by: 'A3', byName: '', reason: '' };
  const notice = [{ ...NOTICE, delivery: { ...entry, earlier: [] } }];
  expect(puts({ notice }).notice).toEqual([NOTICE]);
});

const NOTICE: NoticeRow = {
  id: 'n',
  roundId: 'R1',
  teamId: 'T1',
  unitId: 'U04',
  unitName: '城管执法局',
  number: null,
  findingIds: [],
  deadline: { kind: 'immediate' },
  dueAt: 1,
  issuedAt: 1,
  by: 'A1',
  byName: '',
  state: 'issued',
  voidReason: '',
  voidedAt: null,
  record: null,
  seal: null,
  delivery: null,
  replaces: null,
};

function puts(given: Patch['puts']): Patch['puts'] {
  const said = olderPatch({ reset: false, puts: given, dels: [] });
  return Object(said).puts;
}
