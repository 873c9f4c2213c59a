/** The record of imports: who handed in which file of whose tablet, and what of it was new. */
import type { Selectable } from 'kysely';
import type { DeviceReport, SyncResult } from '../../protocol/sync.ts';
import type { Database, Db } from '../store/database.ts';

export type RunRow = Selectable<Database['parcel_run']>;

/** One part of a file, on its way through a push. */
export interface ParcelSource {
  readonly run: string;
  readonly digest: string;
  /** The account that hands it in; '' for the server's own console. */
  readonly by: string;
  /** Corrected time (ms) at which the file was written. */
  readonly madeAt: number;
  /** Place of the file's last deed. */
  readonly lastSeq: number;
  readonly report: DeviceReport;
}

export interface Taking {
  readonly source: ParcelSource;
  readonly client: string;
  readonly accountId: string;
  readonly before: number;
  readonly results: readonly SyncResult[];
}

/** Within the transaction that takes the deeds: what is taken is on record, or is not taken. */
export async function writeTakings(
  tx: Db,
  officeId: string,
  takings: readonly Taking[],
  now: number,
): Promise<void> {
  for (const taking of takings) await writeTaking(tx, officeId, taking, now);
}

async function writeTaking(
  tx: Db,
  officeId: string,
  { source, client, accountId, before, results }: Taking,
  now: number,
): Promise<void> {
  const taken = results.filter((result) => result.seq > before);
  const applied = taken.filter((result) => result.status === 'applied').length;
  const rejected = taken.length - applied;
  const known = results.length - taken.length;
  const first = taken[0]?.seq ?? null;
  const last = taken.at(-1)?.seq ?? null;
  await tx
    .insertInto('parcel_run')
    .values({
      office: officeId,
      id: source.run,
      digest: source.digest,
      client,
      account_id: accountId,
      by: source.by,
      at: now,
      made_at: source.madeAt,
      last_seq: source.lastSeq,
      report: JSON.stringify(source.report),
      first_taken: first,
      last_taken: last,
      applied,
      rejected,
      known,
      photos: 0,
      photos_missing: 0,
      ended_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['office', 'id']).doUpdateSet((eb) => ({
        first_taken: eb.fn.coalesce('parcel_run.first_taken', eb.val(first)),
        last_taken: eb.fn.coalesce(eb.val(last), 'parcel_run.last_taken'),
        applied: eb('parcel_run.applied', '+', applied),
        rejected: eb('parcel_run.rejected', '+', rejected),
        known: eb('parcel_run.known', '+', known),
      })),
    )
    .execute();
}

export async function readRun(db: Db, officeId: string, id: string): Promise<RunRow | undefined> {
  return db
    .selectFrom('parcel_run')
    .selectAll()
    .where('office', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
}
