/**
 * Bytes that came and that no photo row has named since: a row that comes later
 * finds them missing, so its device sends them again. Never the other way round:
 * what the office says it has is on the disk.
 */
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';
import type { BlobStore } from './blob-store.ts';
import { UPLOADS_EXPIRE_MS } from './upload-store.ts';

export interface UnnamedParts {
  readonly store: Store;
  readonly officeId: string;
  readonly blobs: BlobStore;
}

/** Lets go of what has waited for its row as long as an upload may stand still; answers how many. */
export async function dropUnnamed(parts: UnnamedParts, now: number): Promise<number> {
  const { store, officeId } = parts;
  const dropped = await store.db.transaction().execute(async (tx) => {
    await takeVersions(tx, officeId, 0);
    return forget(tx, officeId, now - UPLOADS_EXPIRE_MS);
  });
  // Only once it is on record that they are not here: cut short, this leaves a file too many.
  for (const sha256 of dropped) await removeFile(parts, sha256);
  return dropped.length;
}

async function forget(tx: Db, officeId: string, before: number): Promise<string[]> {
  const rows = await tx
    .deleteFrom('photo_blob')
    .where('office', '=', officeId)
    .where('stored_at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('photo')
            .select('photo.id')
            .whereRef('photo.office', '=', 'photo_blob.office')
            .whereRef('photo.sha256', '=', 'photo_blob.sha256'),
        ),
      ),
    )
    .returning('sha256')
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** Under the lock again: the same bytes may have arrived anew meanwhile. */
async function removeFile({ store, officeId, blobs }: UnnamedParts, sha256: string): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await takeVersions(tx, officeId, 0);
    const again = await tx
      .selectFrom('photo_blob')
      .select('sha256')
      .where('office', '=', officeId)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (!again) await blobs.remove(sha256);
  });
}
