/**
 * 放弃 of a photo that cannot reach the office: every problem that names it is told,
 * each by a deed of its own; its bytes stay on this device and are sent no more.
 */
import { DONE, type Outcome } from '../../protocol/refusals.ts';
import type { Author } from './author.ts';
import { changeBlob } from './blobs.ts';
import { mutate } from './mutate.ts';
import type { BlobRow } from './tables.ts';

export async function forgoPhoto(
  author: Author,
  { sha256, title }: Pick<BlobRow, 'sha256' | 'title'>,
  reason: string,
): Promise<Outcome> {
  const { db } = author;
  const rows = await db.photo.where('sha256').equals(sha256).toArray();
  for (const { id } of rows.filter((photo) => !photo.removed && !photo.arrived)) {
    const outcome = await mutate(author, {
      name: 'photo.forgo',
      id,
      title: `放弃照片：${title}`,
      args: () => ({ id, reason }),
    });
    if (!outcome.ok) return outcome;
  }
  // Last: cut short before, it still counts as unsent and is asked about again.
  await changeBlob(db, sha256, (row) => (row.state === 'failed' ? { state: 'held' } : {}));
  return DONE;
}
