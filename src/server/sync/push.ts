/**
 * One transaction of pushes. Each client's deeds run in its own order: a place
 * already taken is answered again from the journal, the next one is run, and
 * beyond a gap nothing is. A refusal is an answer and takes its place.
 */
import type { DeviceReport, Lease, PushedMutation, SyncResult } from '../../protocol/sync.ts';
import type { Actor } from '../../protocol/tx.ts';
import type { ParcelSource } from '../rescue/parcel-runs.ts';
import type { Db } from '../store/database.ts';
import { lockOffice } from '../store/office-lock.ts';
import type { Books } from './books.ts';
import { NumberDesk } from './number-desk.ts';
import { Overlay } from './overlay.ts';
import { Run } from './run.ts';

export interface Push {
  readonly actor: Actor;
  readonly clientId: string;
  readonly mutations: readonly PushedMutation[];
  readonly report: DeviceReport;
  /** The version that the device has pulled; null or absent where it has none of this store. */
  readonly seen?: number | null;
  /** Where a person brings the deeds in a file; the tablet itself has not been heard then. */
  readonly parcel?: ParcelSource;
}

export type PushAnswer =
  | {
      readonly ok: true;
      readonly results: readonly SyncResult[];
      /** The client's last place before this push. */
      readonly before: number;
      readonly lastSeq: number;
      readonly gap: boolean;
      readonly leases: readonly Lease[];
    }
  | { readonly ok: false; readonly code: 'client-not-yours' };

export interface PushRun {
  readonly answers: readonly PushAnswer[];
  /** The version that the rows were written at; null where no row changed. */
  readonly version: number | null;
}

export async function runPushes(
  tx: Db,
  books: Books,
  pushes: readonly Push[],
  now: number,
): Promise<PushRun> {
  const office = await lockOffice(tx, books.officeId, 1);
  const desk = new NumberDesk(tx, books, office, now);
  const ids = [...new Set(pushes.map((push) => push.clientId))];
  const clients = await books.clients.read(tx, ids);
  await desk.expect(ids);
  const overlay = new Overlay(tx, books.rows, books.city.since(office.cityHead));
  const run = new Run({ tx, books, desk, overlay, now }, clients);
  await run.readAhead(pushes);
  const answers: PushAnswer[] = [];
  for (const push of pushes) answers.push(await run.push(push));
  const written = await run.write(office);
  return { answers, version: written > 0 ? office.version : null };
}
