/** Rows of the weight that the real ones have, for the floors. */

export const TABLES = [
  'CREATE TABLE office (id TEXT PRIMARY KEY, head BIGINT NOT NULL)',
  'CREATE TABLE checklist (id TEXT PRIMARY KEY, body TEXT NOT NULL)',
  'CREATE TABLE client (id TEXT PRIMARY KEY, account TEXT NOT NULL, last_seq BIGINT NOT NULL, last_contact BIGINT NOT NULL)',
  'CREATE TABLE inspection (id TEXT PRIMARY KEY, version BIGINT NOT NULL, body TEXT NOT NULL)',
  'CREATE TABLE journal (client TEXT NOT NULL, seq BIGINT NOT NULL, name TEXT NOT NULL, args TEXT NOT NULL, PRIMARY KEY (client, seq))',
] as const;

const answer = { verdict: 'met', reason: null, count: null, note: '', at: 1_699_322_400_000 };

/** An inspection with twelve answers. */
export const ANSWERED = JSON.stringify({
  roundId: 'R1',
  teamId: 'T1',
  pointId: 'YL-0101',
  checklistId: 'C01@1',
  by: 'a1',
  byName: '督查员一',
  startedAt: 1_699_322_400_000,
  finishedAt: null,
  answers: Object.fromEntries(
    Array.from({ length: 12 }, (_, nth) => [`C01-${String(nth + 1).padStart(2, '0')}`, answer]),
  ),
});

/** A checklist of twelve items. */
export const CHECKLIST = JSON.stringify(
  Array.from({ length: 12 }, (_, nth) => ({
    id: `C01-${nth}`,
    text: '公益广告画面完好，无褪色、破损、污损、错字、过期内容，未被小广告覆盖',
    method: '看',
    weight: 5,
    bottomLine: false,
    unitHint: '城管执法局/住建局',
    cityCode: '',
  })),
);

export const DEED = JSON.stringify({
  id: '00000000-0000-7000-8000-000000000001',
  itemId: 'C01-01',
  verdict: 'unmet',
  reason: null,
  count: 2,
  note: '',
});
