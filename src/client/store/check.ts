/**
 * A quick look at whether a store is whole, by keys and counts alone. It finds and
 * says; it mends nothing by itself, and nothing that a person made is ever let go.
 */
import { UNSENT } from '../sync/custody.ts';
import type { LocalDatabase } from './database.ts';
import { headWithin } from './head.ts';
import type { Stores } from './stores.ts';
import { transact } from './transact.ts';

export type Damage =
  /** Deeds that were saved and are in the outbox no more; `first` is the place of one. */
  | { readonly kind: 'deeds-lost'; readonly count: number; readonly first: number }
  /** Photos on their way whose bytes are not here. */
  | { readonly kind: 'photos-lost'; readonly count: number }
  /** The office's rows and what was laid over them do not fit; downloading them again mends it. */
  | { readonly kind: 'rows-torn' };

const SCOPE = ['outbox', 'receipt', 'refused', 'head', 'base', 'blob', 'jpeg'] as const;

export async function checkStore(db: LocalDatabase): Promise<Damage[]> {
  return transact(db, SCOPE, async (stores) => {
    const [deeds, photos, rows] = await Promise.all([
      lostDeeds(stores),
      lostPhotos(stores),
      tornRows(stores),
    ]);
    return [...deeds, ...photos, ...rows];
  });
}

/** From the last deed that has its answer to the last that was done, the outbox has each (invariant 2). */
async function lostDeeds(stores: Stores): Promise<Damage[]> {
  const [{ lastSeq }, keys, accepted, refused] = await Promise.all([
    headWithin(stores),
    stores.keys('outbox'),
    stores.keys('receipt'),
    stores.keys('refused'),
  ]);
  if (keys.length === 0) return [];
  const lastOf = (places: readonly IDBValidKey[]) => Number(places.at(-1) ?? 0);
  const first = Math.max(lastOf(accepted), lastOf(refused)) + 1;
  const last = Math.max(lastSeq, lastOf(keys));
  const there = new Set(keys.map(Number));
  const lost: number[] = [];
  for (let place = first; place <= last; place += 1) if (!there.has(place)) lost.push(place);
  const [gap] = lost;
  return gap === undefined ? [] : [{ kind: 'deeds-lost', count: lost.length, first: gap }];
}

async function lostPhotos(stores: Stores): Promise<Damage[]> {
  const lists = UNSENT.map((state) => stores.list('blob', 'state', state));
  const [keys, unsent] = await Promise.all([stores.keys('jpeg'), Promise.all(lists)]);
  const here = new Set(keys);
  const count = unsent.flat().filter((blob) => !here.has(blob.sha256)).length;
  return count > 0 ? [{ kind: 'photos-lost', count }] : [];
}

/** Where nothing is pending, nothing lies under it (invariant 5). */
async function tornRows(stores: Stores): Promise<Damage[]> {
  const [pending, images] = await Promise.all([stores.count('outbox'), stores.count('base')]);
  return pending === 0 && images > 0 ? [{ kind: 'rows-torn' }] : [];
}

/** Has the next round trip fetch all of the office's rows again; what is pending is laid over them. */
export async function downloadAgain(db: LocalDatabase): Promise<void> {
  await transact(db, ['meta'], async (stores) => stores.delete('meta', 'cursor'));
}
