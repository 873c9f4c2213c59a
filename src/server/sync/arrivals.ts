/**
 * Whether a photo's bytes are here is the server's alone to say, in whichever
 * order bytes and row come.
 */
import { chainAct } from '../history/chain-act.ts';
import { digestOfRaw } from '../history/digests.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';

const HASHES_AT_ONCE = 500;

/** Which of these photos' bytes the office has. */
export async function storedHashes(
  db: Db,
  officeId: string,
  hashes: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  const distinct = [...new Set(hashes)];
  for (let from = 0; from < distinct.length; from += HASHES_AT_ONCE) {
    const rows = await db
      .selectFrom('photo_blob')
      .select('sha256')
      .where('office', '=', officeId)
      .where('sha256', 'in', distinct.slice(from, from + HASHES_AT_ONCE))
      .execute();
    for (const row of rows) found.add(row.sha256);
  }
  return found;
}

export interface Arrival {
  readonly sha256: string;
  readonly bytes: number;
  readonly by: string;
  readonly at: number;
}

/**
 * Records bytes that lie verified in their place; answers the version that says
 * so, or null where they have been let go of in the moment before.
 */
export async function recordArrival(
  store: Store,
  officeId: string,
  arrival: Arrival,
  isHere: () => Promise<boolean>,
): Promise<number | null> {
  return store.db.transaction().execute(async (tx) => {
    const version = await takeVersions(tx, officeId);
    if (!(await isHere())) return null;
    const { sha256, bytes, by, at } = arrival;
    await tx
      .insertInto('photo_blob')
      .values({ office: officeId, sha256, bytes, stored_at: at, by })
      // Sent again they are as good as new, and wait for their row as long.
      .onConflict((conflict) =>
        conflict.columns(['office', 'sha256']).doUpdateSet({ stored_at: at }),
      )
      .execute();
    const photos = await tx
      .updateTable('photo')
      .set({ arrived: 1, version })
      .where('office', '=', officeId)
      .where('sha256', '=', sha256)
      .where('arrived', '=', 0)
      .returningAll()
      .execute();
    const written = photos.map((photo) => {
      return { table: 'photo', id: photo.id, digest: digestOfRaw('photo', photo) };
    });
    const act = { name: 'photo.arrive', accountId: by, at, detail: { sha256, bytes } };
    await chainAct(tx, store, officeId, act, written);
    return version;
  });
}
