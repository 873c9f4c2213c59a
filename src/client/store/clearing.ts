/**
 * 可清理: photos of which the office has the bytes and says so on every row that
 * names them. Their bytes may go from this device, the oldest first; nothing else
 * ever does (invariant 12).
 */
import type { PhotoRow } from '../../protocol/rows/index.ts';
import type { LocalDatabase } from './database.ts';
import { note } from './log.ts';
import { photosNamed } from './named-photos.ts';
import { baseKey } from './row-maps.ts';
import { StorageTrouble } from './storage-trouble.ts';
import type { Stores } from './stores.ts';
import type { BlobRow } from './tables.ts';
import { transact } from './transact.ts';

export interface Cleared {
  readonly photos: number;
  readonly bytes: number;
}

interface Facts {
  readonly arrived: readonly BlobRow[];
  /** Hashes whose bytes are here. */
  readonly here: ReadonlySet<unknown>;
  /** Photo rows by the hashes of the arrived ones. */
  readonly rows: readonly PhotoRow[];
  /** Keys of rows that pending deeds lie over. */
  readonly pending: ReadonlySet<unknown>;
  /** What is still to be sent or decided on, or is being written down. */
  readonly open: readonly unknown[];
}

function clearable({ arrived, here, rows, pending, open }: Facts): BlobRow[] {
  const named = new Set(open.flatMap(photosNamed));
  const receipts = new Map<string, boolean>();
  for (const { id, sha256, arrived: said } of rows) {
    const covered = said && !pending.has(baseKey('photo', id));
    receipts.set(sha256, covered && (receipts.get(sha256) ?? true));
  }
  return arrived
    .filter(({ sha256 }) => here.has(sha256) && !named.has(sha256) && receipts.get(sha256))
    .sort((a, b) => a.takenAt - b.takenAt);
}

/** What may go, for a live query; the oldest first. */
export async function listClearable(db: LocalDatabase): Promise<BlobRow[]> {
  const [arrived, here, base, outbox, refused, drafts] = await Promise.all([
    db.blob.where('state').equals('arrived').toArray(),
    db.jpeg.toCollection().primaryKeys(),
    db.base.toCollection().primaryKeys(),
    db.outbox.toArray(),
    db.refused.toArray(),
    db.draft.toArray(),
  ]);
  const hashes = arrived.map(({ sha256 }) => sha256);
  const rows = await db.photo.where('sha256').anyOf(hashes).toArray();
  const open = [...[...outbox, ...refused].map(({ args }) => args), ...drafts];
  return clearable({ arrived, here: new Set(here), rows, pending: new Set(base), open });
}

const SCOPE = ['blob', 'jpeg', 'photo', 'base', 'outbox', 'refused', 'draft'] as const;

/** Frees at least so many bytes, if what may go holds as much; the oldest goes first. */
export async function clearOldest(db: LocalDatabase, bytes: number): Promise<Cleared> {
  const cleared = await transact(db, SCOPE, (stores) => clearWithin(stores, bytes));
  if (cleared.photos > 0) await note(db, { kind: 'clear', code: 'ok', bytes: cleared.bytes });
  return cleared;
}

async function clearWithin(stores: Stores, bytes: number): Promise<Cleared> {
  const [arrived, here, base, outbox, refused, drafts] = await Promise.all([
    stores.list('blob', 'state', 'arrived'),
    stores.keys('jpeg'),
    stores.keys('base'),
    stores.all('outbox'),
    stores.all('refused'),
    stores.all('draft'),
  ]);
  const named = await Promise.all(
    arrived.map(({ sha256 }) => stores.list('photo', 'sha256', sha256)),
  );
  const open = [...[...outbox, ...refused].map(({ args }) => args), ...drafts];
  const facts = { arrived, here: new Set(here), rows: named.flat(), pending: new Set(base), open };
  let photos = 0;
  let freed = 0;
  for (const row of clearable(facts)) {
    if (freed >= bytes) break;
    stores.delete('jpeg', row.sha256);
    photos += 1;
    freed += row.bytes;
  }
  return { photos, bytes: freed };
}

/**
 * Does a write; where the device has no room for it, what may go is let go and the
 * same write is done once more. What then still fails is the person's to see.
 */
export async function withRoom<R>(
  db: LocalDatabase,
  bytes: number,
  write: () => Promise<R>,
): Promise<R> {
  try {
    return await write();
  } catch (error) {
    const trouble = StorageTrouble.of(error);
    if (trouble.code !== 'quota') throw error;
    const { photos } = await clearOldest(db, bytes);
    if (photos === 0) throw error;
  }
  return write();
}

/** Below so much free space what may go is let go, before anything fails for want of it. */
export const ROOM_BYTES = 200_000_000;

/** Makes room where space is short. @param free bytes; null where the browser does not say */
export async function keepRoom(db: LocalDatabase, free: number | null): Promise<Cleared> {
  if (free === null || free >= ROOM_BYTES) return { photos: 0, bytes: 0 };
  return clearOldest(db, ROOM_BYTES - free);
}
