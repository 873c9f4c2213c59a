/** Problems in every state at once, put straight into a store, and what the ledger should say of them. */
import { randomUUID } from 'node:crypto';
import { FINDING_STATES } from '../../src/domain/finding-life.ts';
import { latenessOf, type Reckoning } from '../../src/domain/lateness.ts';
import { statesIn, urgencyOf } from '../../src/domain/ledger.ts';
import { URGE_LEVELS } from '../../src/domain/letter.ts';
import { sayNumber } from '../../src/domain/notice-number.ts';
import type { LedgerFilter } from '../../src/protocol/ledger.ts';
import type { FindingRow, NoticeRow, PointRow, UnitRow } from '../../src/protocol/rows/index.ts';
import type { Context } from '../../src/server/context.ts';
import { takeVersions } from '../../src/server/store/office-lock.ts';

const DAY = 86_400_000;
const UNITS = ['U03', 'U04', 'U05', 'U06'];
const WORDS = [
  '人行道地砖破损',
  '垃圾桶满溢',
  '飞线充电',
  '占道经营100%_',
  '公益广告褪色',
] as const;

export interface Entry {
  readonly finding: FindingRow;
  readonly shownTo: string;
  readonly point: PointRow | undefined;
  readonly unit: UnitRow | undefined;
  readonly notice: NoticeRow | undefined;
}

/** A number below `n`, the same ones for the same seed. */
export type Dice = (n: number) => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** The parts of a server that hold its rows. */
type Holder = Pick<Context, 'store' | 'rows' | 'officeId'>;

export async function fillLedger(
  context: Holder,
  roll: Dice,
  count: number,
  now: number,
): Promise<Entry[]> {
  const { store, rows } = context;
  const points = (await rows.all(store.db, 'point')).map(({ row }) => row);
  const units = (await rows.all(store.db, 'unit')).map(({ row }) => row);
  const [round] = (await rows.all(store.db, 'round')).map(({ row }) => row);
  const [team] = (await rows.all(store.db, 'team')).map(({ row }) => row);
  if (!round || !team) throw new Error('the sample city has no round');
  const pick = <T>(list: readonly T[]): T | undefined => list[roll(list.length)];
  const entries: Entry[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const point = pick(points);
    const unit = pick(units.filter(({ id }) => UNITS.includes(id)));
    const state = pick(FINDING_STATES) ?? 'recorded';
    const recordedAt = now - roll(60 * DAY);
    const owed = state !== 'recorded' && state !== 'handed-off' && state !== 'shelved';
    const dueAt = owed ? recordedAt + roll(80 * DAY) : null;
    const base = { roundId: round.id, teamId: team.id, unitId: unit?.id ?? '', by: 'A1' };
    const said = { byName: '督查员一', deadline: { kind: 'immediate' } } as const;
    const notice: NoticeRow | undefined =
      owed && roll(5) > 0
        ? {
            ...base,
            ...said,
            id: randomUUID(),
            unitName: unit?.name ?? '',
            number: roll(6) === 0 ? null : { agency: '榆文明督', year: 2026, seq: nth + 1 },
            findingIds: [],
            dueAt: dueAt ?? now,
            issuedAt: recordedAt,
            state: 'issued',
            voidReason: '',
            voidedAt: null,
            record: null,
            seal: null,
            delivery: null,
            replaces: null,
          }
        : undefined;
    const finding: FindingRow = {
      ...base,
      ...said,
      id: randomUUID(),
      pointId: point?.id ?? '',
      pointName: point?.name ?? '',
      inspectionId: null,
      itemId: null,
      text: `${pick(WORDS) ?? ''}第${nth}处`,
      count: roll(3) === 0 ? null : roll(9),
      state,
      noticeId: notice?.id ?? null,
      dueAt,
      rework: roll(3) === 0 ? roll(3) : 0,
      photoCount: roll(4),
      repliedAt: state === 'replied' ? now - roll(DAY) : null,
      acceptedAt: state === 'replied' && roll(2) === 0 ? now : null,
      closedAt: state === 'closed' ? recordedAt + roll(20 * DAY) : null,
      closing: state === 'closed' ? 'recheck' : null,
      shelf: state === 'shelved' ? { reason: '待立项', reviewOn: '2026-12-31' } : null,
      mergedInto: null,
      extensionId: state === 'assigned' && roll(4) === 0 ? randomUUID() : null,
      urge:
        owed && roll(3) === 0
          ? {
              level: pick(URGE_LEVELS) ?? 'urge',
              letterId: randomUUID(),
              at: now,
              dueAt: roll(3) === 0 ? null : recordedAt + roll(90 * DAY),
            }
          : null,
      place: null,
      recordedAt,
      changedAt: recordedAt + roll(DAY),
    };
    const shownTo = notice ? finding.unitId : '';
    entries.push({ finding, shownTo, point, unit, notice });
  }
  await writeEntries(context, entries);
  return entries;
}

export async function writeEntries(context: Holder, entries: readonly Entry[]): Promise<void> {
  const { store, rows, officeId } = context;
  await store.db.transaction().execute(async (tx) => {
    const version = await takeVersions(tx, officeId);
    const findings = entries.map(({ finding: row, shownTo }) => ({ row, shownTo }));
    await rows.write(tx, 'finding', findings, version);
    const notices = entries.flatMap(({ notice }) => (notice ? [{ row: notice, shownTo: '' }] : []));
    await rows.write(tx, 'notice', notices, version);
  });
}

/** What the ledger has to answer, computed the slow and plain way. */
export function expected(
  entries: readonly Entry[],
  filter: LedgerFilter,
  reckoning: Reckoning,
): Entry[] {
  return entries.filter((entry) => fits(entry, filter) && isIn(entry.finding, filter, reckoning));
}

function fits({ finding, point, unit, notice }: Entry, filter: LedgerFilter): boolean {
  const same = (wanted: string, is: string | undefined) => wanted === '' || wanted === is;
  const words = [
    ...[finding.text, finding.pointName, finding.pointId, point?.initials, unit?.name],
    ...[unit?.shortName, notice?.number ? sayNumber(notice.number) : ''],
  ]
    .join(' ')
    .toLowerCase();
  return (
    same(filter.unitId, finding.unitId) &&
    same(filter.streetId, point?.streetId) &&
    same(filter.category, point?.category) &&
    same(filter.roundId, finding.roundId) &&
    (filter.rework === '' || finding.rework > 0) &&
    (filter.urge === '' ||
      filter.urge === (finding.urge?.level ?? 'none') ||
      (filter.urge === 'any' && finding.urge !== null)) &&
    (filter.number === '' || notice?.number?.seq === Number(filter.number)) &&
    filter.search.split(' ').every((word) => words.includes(word.toLowerCase()))
  );
}

export function isIn(
  finding: FindingRow,
  { state }: Pick<LedgerFilter, 'state'>,
  reckoning: Reckoning,
): boolean {
  if (state === '') return true;
  const states = statesIn(state);
  if (states) return states.includes(finding.state);
  const lateness = latenessOf(finding, reckoning);
  switch (state) {
    case 'twice':
      return lateness.kind === 'overdue' && lateness.twice;
    case 'review':
      return finding.state === 'replied' && finding.acceptedAt === null;
    case 'recheck':
      return finding.state === 'replied' && finding.acceptedAt !== null;
    case 'extension':
      return finding.extensionId !== null;
    default:
      return lateness.kind === state;
  }
}

/** By the ledger's own order. */
export function inOrder(entries: readonly Entry[]): string[] {
  return [...entries]
    .sort(
      (a, b) =>
        urgencyOf(a.finding) - urgencyOf(b.finding) || (a.finding.id < b.finding.id ? -1 : 1),
    )
    .map(({ finding }) => finding.id);
}
