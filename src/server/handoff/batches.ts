/** Batches for the city's platform: each problem goes out in exactly one, and its file is frozen with it. */
import { civilDateOf, yearOf } from '../../domain/civil.ts';
import type { BatchMade, BatchSummary } from '../../protocol/handoff.ts';
import { type Outcome, sayRefusal } from '../../protocol/refusals.ts';
import type { HandoffRow } from '../../protocol/rows/index.ts';
import type { Person } from '../auth/people.ts';
import { actorOf } from '../auth/people.ts';
import type { Context } from '../context.ts';
import type { Db } from '../store/database.ts';
import { doDeeds } from '../sync/office-deed.ts';
import { BatchRecord, batchRecord, type Going } from './batch-record.ts';

/** Another batch took the number between the reading and the lock. */
class NumberTaken extends Error {
  override readonly name = 'NumberTaken';
}

const TRIES = 5;

export async function makeBatch(
  context: Context,
  person: Person,
  findingIds: readonly string[],
): Promise<BatchMade> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await tryBatch(context, person, [...new Set(findingIds)]);
    } catch (error) {
      if (!(error instanceof NumberTaken) || left === 1) throw error;
    }
  }
}

async function tryBatch(
  context: Context,
  person: Person,
  findingIds: readonly string[],
): Promise<BatchMade> {
  const { store, officeId, rows, now } = context;
  const madeAt = now();
  const id = await nextNumber(store.db, officeId, yearOf(civilDateOf(madeAt)));
  let batch: BatchSummary | null = null;
  const outcomes = await doDeeds(
    context,
    { actor: actorOf(person), client: `desk:${person.accountId}` },
    findingIds.map((findingId) => ({ name: 'handoff.send', args: { id: findingId, batchId: id } })),
    async (tx, done) => {
      const going = await goingOut(context, tx, id, findingIds, done);
      if (going.length === 0) return;
      if (await readBatch(tx, officeId, id)) throw new NumberTaken();
      const record = await batchRecord(tx, rows, { id, madeAt }, going);
      const photos = record.problems.flatMap((problem) => problem.photos).length;
      batch = { id, madeAt, byName: person.name, problems: going.length, photos };
      await tx
        .insertInto('handoff_batch')
        .values({
          office: officeId,
          id,
          made_at: madeAt,
          by: person.accountId,
          by_name: person.name,
          problems: going.length,
          photos,
          record: JSON.stringify(record),
        })
        .execute();
    },
  );
  return { batch, left: outcomes.flatMap((outcome, nth) => leftBy(outcome, findingIds[nth])) };
}

/** `YJ-2026-3`: in the year, from 1. */
async function nextNumber(db: Db, officeId: string, year: number): Promise<string> {
  const prefix = `YJ-${year}-`;
  const ids = await db
    .selectFrom('handoff_batch')
    .select('id')
    .where('office', '=', officeId)
    .where('id', 'like', `${prefix}%`)
    .execute();
  const last = Math.max(0, ...ids.map(({ id }) => Number(id.slice(prefix.length))));
  return `${prefix}${last + 1}`;
}

/** What this batch has taken, as it now stands. */
async function goingOut(
  { rows }: Context,
  tx: Db,
  batchId: string,
  findingIds: readonly string[],
  outcomes: readonly Outcome[],
): Promise<Going[]> {
  const sent = findingIds.filter((_, nth) => outcomes[nth]?.ok);
  const findings = await rows.getMany(tx, 'finding', sent);
  const going: Going[] = [];
  for (const { row: finding } of findings) {
    const handoffs = await rows.list(tx, 'handoff', 'findingId', finding.id);
    const handoff = handoffs.map(({ row }) => row).find((row) => isOf(row, batchId));
    if (handoff) going.push({ finding, handoff });
  }
  return going;
}

function isOf(handoff: HandoffRow, batchId: string): boolean {
  return handoff.batchId === batchId && handoff.state === 'sent';
}

function leftBy(outcome: Outcome, findingId = ''): BatchMade['left'] {
  return outcome.ok ? [] : [{ findingId, message: sayRefusal(outcome.reason, outcome.detail) }];
}

/** The newest first. */
export async function listBatches(db: Db, officeId: string): Promise<BatchSummary[]> {
  const rows = await db
    .selectFrom('handoff_batch')
    .select(['id', 'made_at', 'by_name', 'problems', 'photos'])
    .where('office', '=', officeId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ id, made_at, by_name, problems, photos }) => {
    return { id, madeAt: made_at, byName: by_name, problems, photos };
  });
}

export async function readBatch(db: Db, officeId: string, id: string): Promise<BatchRecord | null> {
  const row = await db
    .selectFrom('handoff_batch')
    .select('record')
    .where('office', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? BatchRecord.parse(JSON.parse(row.record)) : null;
}
