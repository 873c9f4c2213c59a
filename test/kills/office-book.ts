/** What stands in the office's database and its folder of photos, read past the server. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CompiledQuery } from 'kysely';
import { TABLES, type TableName } from '../../src/protocol/rows/index.ts';
import { BlobStore } from '../../src/server/blobs/blob-store.ts';
import { findOffice } from '../../src/server/office.ts';
import { Rows } from '../../src/server/store/rows.ts';
import { openStore, type Store, type StorePlace } from '../../src/server/store/store.ts';
import { emptyShelves, type Shelves } from '../support/memory-tx.ts';

export interface JournalLine {
  readonly client: string;
  readonly seq: number;
  readonly name: string;
  readonly args: unknown;
  readonly outcome: string;
  readonly code: string;
}

export interface OfficeBook {
  readonly rows: Shelves;
  readonly clients: readonly { readonly id: string; readonly last_seq: number }[];
  /** By client, in order. */
  readonly journal: readonly JournalLine[];
  readonly register: readonly RegisterLine[];
  readonly series: readonly {
    readonly agency: string;
    readonly year: number;
    readonly next: number;
  }[];
  /** Hash that the office calls a photo by, and the hash of the bytes on its disk. */
  readonly photos: ReadonlyMap<string, string>;
  /** What SQLite says of its own file; 'ok' where the store is another. */
  readonly integrity: string;
}

export interface RegisterLine {
  readonly agency: string;
  readonly year: number;
  readonly seq: number;
  readonly state: string;
  readonly client: string;
  readonly notice_id: string;
}

export async function readOffice(place: StorePlace): Promise<OfficeBook> {
  const store = await openStore(place, Date.now, (error) => console.error(error));
  try {
    return await readBook(store, place.dataDir);
  } finally {
    await store.close();
  }
}

async function readBook(store: Store, dataDir: string): Promise<OfficeBook> {
  const { db, dialect } = store;
  const office = await findOffice(store);
  if (!office) throw new Error('the store holds no office');
  const shelves = new Rows(dialect, office.id);
  const rows = emptyShelves();
  const fill = async <T extends TableName>(table: T) => {
    for (const { row } of await shelves.all(db, table)) rows[table].set(row.id, row);
  };
  for (const table of TABLES) await fill(table);
  const journal = await db
    .selectFrom('journal')
    .select(['client', 'seq', 'name', 'args', 'outcome', 'code'])
    .orderBy('client')
    .orderBy('seq')
    .execute();
  const blobs = await db.selectFrom('photo_blob').select('sha256').execute();
  const onDisk = new BlobStore(dataDir);
  const photos = new Map<string, string>();
  for (const { sha256 } of blobs) photos.set(sha256, await hashOf(onDisk.pathOf(sha256)));
  const checked =
    dialect === 'sqlite'
      ? await db.executeQuery<{ integrity_check: string }>(
          CompiledQuery.raw('pragma integrity_check'),
        )
      : null;
  return {
    rows,
    clients: await db.selectFrom('client').select(['id', 'last_seq']).execute(),
    journal: journal.map((line) => ({ ...line, args: JSON.parse(line.args) })),
    register: await db
      .selectFrom('number_register')
      .select(['agency', 'year', 'seq', 'state', 'client', 'notice_id'])
      .orderBy('seq')
      .execute(),
    series: await db.selectFrom('number_series').select(['agency', 'year', 'next']).execute(),
    photos,
    integrity: checked?.rows.map((row) => row.integrity_check).join() ?? 'ok',
  };
}

async function hashOf(file: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  } catch (error) {
    return String(error);
  }
}
