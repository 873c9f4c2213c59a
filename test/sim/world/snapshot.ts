/** All that stands in a person's store on a device, read past the page that uses it. */
import { IDBKeyRange } from 'fake-indexeddb';
import { factsWithin } from '../../../src/client/store/meta.ts';
import { Stores } from '../../../src/client/store/stores.ts';
import type {
  BaseRow,
  BlobRow,
  DraftRow,
  Facts,
  HeadRow,
  LeaseRow,
  OutboxRow,
  RefusedRow,
} from '../../../src/client/store/tables.ts';
import { TABLES, type TableName } from '../../../src/protocol/rows/index.ts';
import { emptyShelves, type Shelves } from '../../support/memory-tx.ts';

export interface Snapshot {
  /** The synced tables, with pending work on top. */
  readonly rows: Shelves;
  /** In the order of their places. */
  readonly outbox: readonly OutboxRow[];
  readonly refused: readonly RefusedRow[];
  readonly base: readonly BaseRow[];
  readonly drafts: readonly DraftRow[];
  readonly blobs: readonly BlobRow[];
  /** Hashes of the photos whose bytes are here. */
  readonly jpegs: ReadonlySet<string>;
  readonly leases: readonly LeaseRow[];
  readonly head: HeadRow | undefined;
  readonly facts: Partial<Facts>;
}

export async function takeSnapshot(connection: IDBDatabase): Promise<Snapshot> {
  const tx = connection.transaction([...connection.objectStoreNames], 'readonly');
  const stores = new Stores(tx, IDBKeyRange);
  const rows = emptyShelves();
  const fill = async <T extends TableName>(table: T) => {
    for (const row of await stores.all(table)) rows[table].set(row.id, row);
  };
  const [outbox, refused, base, drafts, blobs, jpegs, leases, head, facts] = await Promise.all([
    stores.all('outbox'),
    stores.all('refused'),
    stores.all('base'),
    stores.all('draft'),
    stores.all('blob'),
    stores.keys('jpeg'),
    stores.all('lease'),
    stores.get('head', 'head'),
    factsWithin(stores),
    ...TABLES.map(fill),
  ]);
  const hashes = new Set(jpegs.map(String));
  return { rows, outbox, refused, base, drafts, blobs, jpegs: hashes, leases, head, facts };
}
