/** The buttons of a problem are the table: what a screen offers is taken, what it does not is refused. */
import { expect, test } from 'vitest';
import { FINDING_STATES, type FindingState } from '../../src/domain/finding-life.ts';
import { OFFERED, type Offered, offersTo } from '../../src/domain/finding-offers.ts';
import { ROLES } from '../../src/domain/role.ts';
import type { MutationName } from '../../src/protocol/mutations/index.ts';
import type { FindingRow } from '../../src/protocol/rows/index.ts';
import {
  MORNING,
  recordArgs,
  type SmallCity,
  smallCity,
  UNIT,
  uuid,
} from '../support/rule-city.ts';

const SOON = { kind: 'days', days: 3 } as const;
const id = uuid(10);
const photo = {
  id: uuid(31),
  sha256: '3'.repeat(64),
  bytes: 200_000,
  width: 1600,
  height: 1200,
  takenAt: MORNING,
  place: null,
};

/** Each deed with all that it asks for, so that only state and role can refuse it. */
const SAID: Record<Offered, readonly [MutationName, object]> = {
  accept: ['reply.accept', { id, note: '' }],
  recheck: [
    'finding.verify',
    {
      id,
      recheckId: uuid(40),
      result: 'passed',
      note: '',
      place: null,
      photos: [],
      deadline: null,
    },
  ],
  return: ['reply.return', { id, recheckId: uuid(41), reason: '没有改到位', deadline: SOON }],
  fix: ['finding.fix', { id, note: '', photos: [photo] }],
  review: [
    'finding.review',
    { id, result: 'keep', note: '', reviewOn: '2024-03-01', deadline: null },
  ],
  'hand-off': [
    'finding.hand-off',
    { id, handoffId: uuid(50), code: 'BJ01', codeName: '井盖', note: '' },
  ],
  shelve: ['finding.shelve', { id, reason: '要立项', reviewOn: '2024-03-01' }],
  merge: ['finding.merge', { id, into: uuid(11) }],
  void: ['finding.void', { id, reason: '误判' }],
};

async function cityWith(change: Partial<FindingRow>): Promise<SmallCity> {
  const city = smallCity();
  await city.does('finding.record', recordArgs);
  await city.does('finding.record', { ...recordArgs, id: uuid(11) });
  const recorded = city.shelves.finding.get(id);
  if (!recorded) throw new Error('the problem was not recorded');
  city.put('finding', { ...recorded, ...change });
  return city;
}

function standing(state: FindingState, acceptedAt: number | null): Partial<FindingRow> {
  return {
    state,
    acceptedAt,
    noticeId: state === 'recorded' ? null : uuid(20),
    shelf: state === 'shelved' ? { reason: '要立项', reviewOn: '2023-12-01' } : null,
  };
}

const STANDINGS = [
  ...FINDING_STATES.map((state) => standing(state, null)),
  standing('replied', MORNING),
].map((finding) => ({
  state: finding.state ?? 'recorded',
  acceptedAt: finding.acceptedAt ?? null,
  finding,
}));

test.each(STANDINGS)(
  '$state (accepted: $acceptedAt): offered is taken, the rest is refused',
  async ({ state, acceptedAt, finding }) => {
    for (const role of ROLES) {
      const offers = new Map(
        offersTo(role, { state, acceptedAt }).map(({ deed, why }) => [deed, why]),
      );
      for (const deed of OFFERED) {
        const city = await cityWith(finding);
        const [name, args] = SAID[deed];
        const outcome = await city.says(name, args, { actor: { ...UNIT, role } });
        const why = offers.get(deed);
        const reason = outcome.ok ? 'taken' : outcome.reason;
        const expected =
          why === undefined ? 'not-permitted' : why === null ? 'taken' : 'state-changed';
        expect(`${role} ${deed} ${reason}`).toBe(`${role} ${deed} ${expected}`);
      }
    }
  },
);

test('what cannot be done now says why, in words', () => {
  const reasons = FINDING_STATES.flatMap((state) =>
    offersTo('supervisor', { state, acceptedAt: null }).map(({ why }) => why ?? 'ok'),
  );
  expect(reasons.every((why) => why.length > 1)).toBe(true);
  const table = FINDING_STATES.map(
    (state) =>
      `${state}: ${offersTo('supervisor', { state, acceptedAt: null })
        .map(({ deed, why }) => (why === null ? deed : `(${deed}: ${why})`))
        .join(' ')}`,
  );
  expect(table).toMatchInlineSnapshot(`
    [
      "recorded: (accept: 还没有列入通知书，没有反馈) (recheck: 还没有列入通知书，没有反馈) (return: 还没有列入通知书，没有反馈) fix (review: 问题没有挂账) hand-off shelve merge void",
      "assigned: (accept: 责任单位还没有反馈) (recheck: 责任单位还没有反馈) (return: 责任单位还没有反馈) (fix: 已列入通知书，等责任单位反馈后复查) (review: 问题没有挂账) hand-off shelve merge void",
      "acknowledged: (accept: 责任单位还没有反馈) (recheck: 责任单位还没有反馈) (return: 责任单位还没有反馈) (fix: 已列入通知书，等责任单位反馈后复查) (review: 问题没有挂账) hand-off shelve merge void",
      "replied: accept recheck return (fix: 已列入通知书，等责任单位反馈后复查) (review: 问题没有挂账) hand-off shelve merge void",
      "returned: (accept: 已退回，责任单位还没有重新反馈) (recheck: 已退回，责任单位还没有重新反馈) (return: 已退回，责任单位还没有重新反馈) (fix: 已列入通知书，等责任单位反馈后复查) (review: 问题没有挂账) hand-off shelve merge void",
      "handed-off: (accept: 已移交数字城管，等结果回填) (recheck: 已移交数字城管，等结果回填) (return: 已移交数字城管，等结果回填) (fix: 已移交数字城管，等结果回填) (review: 问题没有挂账) (hand-off: 已移交数字城管，等结果回填) (shelve: 已移交数字城管，等结果回填) (merge: 已移交数字城管，等结果回填) (void: 已移交数字城管，等结果回填)",
      "shelved: (accept: 已挂账，先复核挂账) (recheck: 已挂账，先复核挂账) (return: 已挂账，先复核挂账) (fix: 已挂账，先复核挂账) review (hand-off: 已挂账，先复核挂账) (shelve: 已挂账，先复核挂账) (merge: 已挂账，先复核挂账) (void: 已挂账，先复核挂账)",
      "closed: (accept: 问题已销号，不再变动) (recheck: 问题已销号，不再变动) (return: 问题已销号，不再变动) (fix: 问题已销号，不再变动) (review: 问题已销号，不再变动) (hand-off: 问题已销号，不再变动) (shelve: 问题已销号，不再变动) (merge: 问题已销号，不再变动) (void: 问题已销号，不再变动)",
      "voided: (accept: 问题已作废，不再变动) (recheck: 问题已作废，不再变动) (return: 问题已作废，不再变动) (fix: 问题已作废，不再变动) (review: 问题已作废，不再变动) (hand-off: 问题已作废，不再变动) (shelve: 问题已作废，不再变动) (merge: 问题已作废，不再变动) (void: 问题已作废，不再变动)",
    ]
  `);
});
