import { expect, test } from 'vitest';
import type { RowOf } from '../../src/protocol/rows/index.ts';
import {
  CHAINED,
  digestOfRaw,
  digestOfRow,
  FORM,
  fieldsOf,
} from '../../src/server/history/digests.ts';
import { CODECS } from '../../src/server/store/codec.ts';

/** What the chain of an office vouches for by form 1. A field that comes later takes the next form, by JOINED. */
const FORM_1: Readonly<Record<(typeof CHAINED)[number], number>> = {
  finding: 29,
  photo: 16,
  notice: 19,
  event: 9,
  reply: 11,
  recheck: 10,
  extension: 14,
  handoff: 15,
  letter: 15,
};

test.each(CHAINED)(
  'what was digested of a %s before still compares: its fields are those of its form',
  (table) => {
    expect(fieldsOf(table, 1)).toHaveLength(FORM_1[table]);
    expect(fieldsOf(table, FORM).toSorted()).toEqual(
      CODECS[table].columns.map(({ field }) => field).toSorted(),
    );
  },
);

const event: RowOf['event'] = {
  id: 'c.1.f',
  subject: 'finding',
  subjectId: 'f',
  unitId: 'U04',
  kind: 'recorded',
  detail: '人行道破损',
  at: 1_700_000_000_000,
  by: 'a',
  byName: '督查员一',
};

test('a digest stays the same from version to version of the program', () => {
  expect(digestOfRow('event', event)).toBe(
    '1.61fdd35a56e914ba53b67502a1372465fef21ea1a1ed96cf9adfdbf6f465d98c',
  );
});

test('a row is digested alike before it is written and after it is read, in any order of its keys', () => {
  const recheck: RowOf['recheck'] = {
    id: 'r',
    findingId: 'f',
    replyId: null,
    unitId: 'U04',
    result: 'passed',
    note: '',
    place: { lon: 109.7, lat: 38.3, accuracy: 12, at: 5 },
    at: 6,
    by: 'a',
    byName: '督查员一',
  };
  const { columns, encode } = CODECS.recheck;
  const values = encode(recheck);
  const raw = Object.fromEntries(columns.map(({ column }, i) => [column, values[i]]));
  expect(digestOfRaw('recheck', raw)).toBe(digestOfRow('recheck', recheck));
  // As PostgreSQL keeps it.
  const place = '{"at": 5, "lat": 38.3, "lon": 109.7, "accuracy": 12}';
  expect(digestOfRaw('recheck', { ...raw, place })).toBe(digestOfRow('recheck', recheck));
  const moved = '{"at": 5, "lat": 38.4, "lon": 109.7, "accuracy": 12}';
  expect(digestOfRaw('recheck', { ...raw, place: moved })).not.toBe(
    digestOfRow('recheck', recheck),
  );
});

test('what stands in one field cannot pass for another', () => {
  const swapped = { ...event, unitId: event.subjectId, subjectId: event.unitId };
  expect(digestOfRow('event', swapped)).not.toBe(digestOfRow('event', event));
  const run = { ...event, detail: `${event.detail}8'督查员一` };
  expect(digestOfRow('event', run)).not.toBe(digestOfRow('event', event));
});
