import * as z from 'zod/mini';
import type { Patch } from '../../protocol/sync.ts';
import type { Stores } from './stores.ts';
import { type RefusedRow, UNSENT_STATE } from './tables.ts';

const WithPhotos = z.object({ photos: z.array(z.object({ sha256: z.string() })) });

/** The photos that a deed's arguments name; none for a deed without photos. */
export function photosNamed(args: unknown): string[] {
  const named = WithPhotos.safeParse(args);
  return named.success ? named.data.photos.map((photo) => photo.sha256) : [];
}

/**
 * Photos of refused deeds that no finding names are not sent: they stay on this
 * device with the deed, until the person has decided.
 */
export async function holdPhotos(stores: Stores, refused: readonly RefusedRow[]): Promise<void> {
  const hashes = [...new Set(refused.flatMap((row) => photosNamed(row.args)))];
  for (const hash of hashes) {
    const [named, row] = await Promise.all([
      stores.list('photo', 'sha256', hash),
      stores.get('blob', hash),
    ]);
    if (named.length > 0 || !row || row.state === 'arrived') continue;
    stores.put('blob', { ...row, state: 'held' });
  }
}

/** A photo that the office says it has not, though it took it once, goes to it again. */
export async function sendAgain(stores: Stores, patch: Patch): Promise<void> {
  const lacking = (patch.puts.photo ?? []).filter((photo) => !photo.arrived && !photo.removed);
  const hashes = [...new Set(lacking.map(({ sha256 }) => sha256))];
  for (const row of await stores.getMany('blob', hashes)) {
    if (row?.state !== 'arrived') continue;
    stores.put('blob', { ...row, ...UNSENT_STATE, state: 'waiting' });
  }
}

/** The tables, besides the drafts themselves, that say whether a photo may go. */
export const PHOTO_HOLDERS = ['blob', 'jpeg', 'refused'] as const;

/** Lets go of photos that were never sent and that no draft and no refused deed names. */
export async function letGo(stores: Stores, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  const [drafts, refused] = await Promise.all([stores.all('draft'), stores.all('refused')]);
  const named = new Set([...drafts, ...refused.map((row) => row.args)].flatMap(photosNamed));
  const alone = hashes.filter((hash) => !named.has(hash));
  for (const row of await stores.getMany('blob', alone)) {
    if (row?.state !== 'held') continue;
    stores.delete('blob', row.sha256);
    stores.delete('jpeg', row.sha256);
  }
}
