/** The end of an import: how many of its photos are here, and what the tablet still holds alone. */
import type { ParcelEnd, ParcelEndAnswer } from '../../protocol/parcel.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';
import { storedHashes } from '../sync/arrivals.ts';
import { type RunRow, readRun } from './parcel-runs.ts';
import { type Importer, idOf } from './take-part.ts';

export interface EndParts {
  readonly store: Pick<Store, 'db'>;
  readonly officeId: string;
  readonly now: () => number;
}

export async function endRun(
  { store, officeId, now }: EndParts,
  importer: Importer,
  end: ParcelEnd,
): Promise<ParcelEndAnswer> {
  return store.db.transaction().execute(async (tx) => {
    await takeVersions(tx, officeId, 0);
    const run = await readRun(tx, officeId, end.run);
    if (run?.by !== idOf(importer)) throw new Failure('not-found');
    const arrived = (await storedHashes(tx, officeId, end.photos)).size;
    const missing = new Set(end.photos).size - arrived;
    await tx
      .updateTable('parcel_run')
      .set({ photos: arrived, photos_missing: missing, ended_at: now() })
      .where('office', '=', officeId)
      .where('id', '=', end.run)
      .execute();
    await settleReport(tx, officeId, run, missing);
    return { arrived, missing };
  });
}

/**
 * What was in the file is no longer unsent. A tablet that has spoken for itself
 * since knows better; its word stands, and so does the time of it.
 */
async function settleReport(tx: Db, officeId: string, run: RunRow, missing: number): Promise<void> {
  const client = await tx
    .selectFrom('client')
    .select(['last_seq', 'last_contact'])
    .where('office', '=', officeId)
    .where('id', '=', run.client)
    .executeTakeFirst();
  if (!client || client.last_contact > run.made_at) return;
  const said = DeviceReport.parse(JSON.parse(run.report));
  const unsent = Math.max(0, run.last_seq - client.last_seq);
  const report: DeviceReport = {
    ...said,
    unsent,
    unsentPhotos: missing,
    unsentSince: unsent + missing > 0 ? said.unsentSince : null,
    refused: said.refused + (await refusedOf(tx, officeId, run, said.unsent)),
  };
  await tx
    .updateTable('client')
    .set({ report: JSON.stringify(report) })
    .where('office', '=', officeId)
    .where('id', '=', run.client)
    .execute();
}

/** Of the file's own deeds, those that were refused, in this import or before it. */
async function refusedOf(tx: Db, officeId: string, run: RunRow, deeds: number): Promise<number> {
  const { n } = await tx
    .selectFrom('journal')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('office', '=', officeId)
    .where('client', '=', run.client)
    .where('seq', '>', run.last_seq - deeds)
    .where('seq', '<=', run.last_seq)
    .where('outcome', '=', 'rejected')
    .executeTakeFirstOrThrow();
  return Number(n);
}
