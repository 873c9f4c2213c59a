import { expect, test } from 'vitest';
import { SCOPES } from '../../src/client/store/scopes.ts';
import { type MutationName, runMutation } from '../../src/protocol/mutations/index.ts';
import type { TableName } from '../../src/protocol/rows/index.ts';
import type { Actor, Tx } from '../../src/protocol/tx.ts';
import { afterNotice, ON_NOTICE } from '../support/after-notice.ts';
import { memoryTx, type Shelves } from '../support/memory-tx.ts';
import {
  answerArgs,
  issueArgs,
  MORNING,
  recordArgs,
  SUPERVISOR,
  smallCity,
  startArgs,
  UNIT,
  uuid,
} from '../support/rule-city.ts';

/** A store that notes which tables are asked for. */
function watched(shelves: Shelves, touched: Set<TableName>): Tx {
  const tx = memoryTx(shelves);
  const note = <T>(table: TableName, answer: T): T => {
    touched.add(table);
    return answer;
  };
  return {
    get: (table, id) => note(table, tx.get(table, id)),
    list: (table, index, value) => note(table, tx.list(table, index, value)),
    all: (table) => note(table, tx.all(table)),
    put: (table, row) => note(table, tx.put(table, row)),
  };
}

const onePhoto = { sha256: 'a'.repeat(64), bytes: 9, width: 4, height: 3, takenAt: MORNING };
const photos = [{ ...onePhoto, id: uuid(31), place: null }];
const receiptPhotos = [{ ...onePhoto, id: uuid(32), place: null }];
const onPaper = {
  kind: 'otherwise',
  way: 'paper',
  receiver: '李某',
  note: '',
  photoIds: [uuid(32)],
};
const { text, count, unitId, deadline } = recordArgs;
const visited = { inspectionId: uuid(1), itemId: 'C01-01' };

/** A day that does every deed once and succeeds with each. */
const DAY: readonly (readonly [MutationName, unknown, Actor?])[] = [
  ['inspection.start', startArgs],
  ['inspection.answer', answerArgs],
  ['inspection.answer', { ...answerArgs, itemId: 'C01-02' }],
  ['inspection.finish', { id: uuid(1) }],
  ['finding.record', { ...recordArgs, ...visited, photos }],
  ['finding.amend', { id: uuid(10), text, count, unitId, deadline, photos }],
  ['photo.forgo', { id: photos[0]?.id, reason: '平板损坏' }],
  ['notice.issue', issueArgs],
  ['notice.deliver', { id: uuid(20), how: onPaper, at: null, photos: receiptPhotos }],
  [
    'notice.redeliver',
    { id: uuid(20), how: onPaper, at: null, photos: receiptPhotos, reason: '收件人后来签了' },
  ],
  ['photo.forgo', { id: uuid(32), reason: '平板损坏' }],
  ['notice.void', { id: uuid(20), reason: '单位写错' }],
  ['notice.issue', { ...issueArgs, id: uuid(21), number: null }],
  ['notice.void', { id: uuid(21), reason: '单位写错' }],
  ['finding.void', { id: uuid(10), reason: '误判' }],
  [
    'refused.decide',
    { id: uuid(10), seq: 1, decision: 'given-up', reason: '重复了', title: '登记问题' },
  ],
];

/** What follows a notice, whose problems are recorded for it. */
function afterwards(): (readonly [MutationName, unknown, Actor?])[] {
  const findings = Array.from({ length: ON_NOTICE }, (_, nth) => uuid(100 + nth));
  const loose = uuid(199);
  let photo = 300;
  const notice = { ...issueArgs, id: uuid(200), number: null, findingIds: findings };
  return [
    ...[...findings, loose].map((id) => ['finding.record', { ...recordArgs, id }] as const),
    ['notice.issue', notice],
    ...afterNotice({
      noticeId: uuid(200),
      unitId,
      findings,
      loose,
      at: MORNING,
      photo: () => ({ ...onePhoto, id: uuid(photo++), place: null }),
    }).map(({ name, args, by }) => [name, args, by === 'unit' ? UNIT : SUPERVISOR] as const),
  ];
}

test('a transaction of the tablet is opened over every table that its rule uses', async () => {
  const city = smallCity();
  const done = new Set<string>();
  for (const [at, [name, args, actor = SUPERVISOR]] of [...DAY, ...afterwards()].entries()) {
    const touched = new Set<TableName>();
    const outcome = await runMutation(watched(city.shelves, touched), name, args, {
      actor,
      clientId: uuid(900),
      seq: at + 1,
      at: MORNING,
      officeId: 'O1',
      numbers: city.register,
    });
    expect(outcome, name).toEqual({ ok: true });
    expect(SCOPES[name].tables, name).toEqual(expect.arrayContaining([...touched]));
    done.add(name);
  }
  expect([...done].sort()).toEqual(Object.keys(SCOPES).sort());
});
