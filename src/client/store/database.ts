/**
 * One database a person and device: a second person on the same tablet opens
 * another one, and neither sees, sends nor loses anything of the other.
 */
import { Dexie, type Table } from 'dexie';
import { INDEXES, type RowOf, TABLES, type TableName } from '../../protocol/rows/index.ts';
import { StorageTrouble, withTimeout } from './storage-trouble.ts';
import type { KeyRanges } from './stores.ts';
import type { LocalRows } from './tables.ts';
import { toFourth, toSecond, toThird } from './upgrades.ts';

export type SyncedTables = { [T in TableName]: Table<RowOf[T], string> };

export type LocalTables = {
  [T in keyof LocalRows]: Table<LocalRows[T], LocalKey<T>>;
};

/** The key of each table's rows. */
type LocalKey<T extends keyof LocalRows> = T extends 'outbox' | 'receipt' | 'refused' | 'log'
  ? number
  : string;

export const SCHEMA_VERSION = 4;

const LOCAL_SCHEMA: Record<Exclude<keyof LocalTables, 'log'>, string> = {
  outbox: 'seq',
  receipt: 'seq',
  refused: 'seq',
  base: 'key',
  draft: 'id, pointId, inspectionId',
  blob: 'sha256, state',
  jpeg: 'sha256',
  lease: 'id, [year+used]',
  head: 'id',
  meta: 'key',
};

export class LocalDatabase extends Dexie implements SyncedTables, LocalTables {
  readonly ranges: KeyRanges;
  declare readonly office: SyncedTables['office'];
  declare readonly calendar: SyncedTables['calendar'];
  declare readonly unit: SyncedTables['unit'];
  declare readonly checklist: SyncedTables['checklist'];
  declare readonly point: SyncedTables['point'];
  declare readonly round: SyncedTables['round'];
  declare readonly team: SyncedTables['team'];
  declare readonly inspection: SyncedTables['inspection'];
  declare readonly finding: SyncedTables['finding'];
  declare readonly photo: SyncedTables['photo'];
  declare readonly notice: SyncedTables['notice'];
  declare readonly event: SyncedTables['event'];
  declare readonly font: SyncedTables['font'];
  declare readonly signer: SyncedTables['signer'];
  declare readonly reply: SyncedTables['reply'];
  declare readonly recheck: SyncedTables['recheck'];
  declare readonly extension: SyncedTables['extension'];
  declare readonly handoff: SyncedTables['handoff'];
  declare readonly letter: SyncedTables['letter'];
  declare readonly outbox: LocalTables['outbox'];
  declare readonly receipt: LocalTables['receipt'];
  declare readonly refused: LocalTables['refused'];
  declare readonly base: LocalTables['base'];
  declare readonly draft: LocalTables['draft'];
  declare readonly blob: LocalTables['blob'];
  declare readonly jpeg: LocalTables['jpeg'];
  declare readonly lease: LocalTables['lease'];
  declare readonly head: LocalTables['head'];
  declare readonly meta: LocalTables['meta'];
  declare readonly log: LocalTables['log'];

  constructor(name: string, options: OpenOptions = {}) {
    super(name, {
      chromeTransactionDurability: 'strict',
      // A query is as fast as its index; Dexie's own cache would copy every row on each read.
      cache: 'disabled',
      ...(options.engine ?? {}),
    });
    this.ranges = options.engine?.IDBKeyRange ?? IDBKeyRange;
    const synced = TABLES.map((table) => [table, ['id', ...INDEXES[table]].join(', ')]);
    const { font, signer, reply, recheck, extension, handoff, letter, ...first } =
      Object.fromEntries(synced);
    this.version(1).stores({ ...first, ...LOCAL_SCHEMA, photo: 'id, findingId, sha256' });
    this.version(2).stores({ log: 'nth' }).upgrade(toSecond);
    this.version(3).stores({ font, signer, photo: first.photo }).upgrade(toThird);
    const answers = { reply, recheck, extension, handoff, letter };
    this.version(SCHEMA_VERSION).stores(answers).upgrade(toFourth);
  }
}

export interface OpenOptions {
  /** Another IndexedDB than the browser's own, e.g. in tests. */
  readonly engine?: {
    readonly indexedDB: IDBFactory;
    readonly IDBKeyRange: typeof IDBKeyRange;
  };
  readonly timeoutMs?: number;
}

const OPEN_TIMEOUT_MS = 10_000;

/** Opens a person's database; throws a StorageTrouble that says what to do where it does not open. */
export async function openDatabase(
  accountId: string,
  options: OpenOptions = {},
): Promise<LocalDatabase> {
  const db = new LocalDatabase(`xundian-${accountId}`, options);
  const { indexedDB: factory } = options.engine ?? { indexedDB };
  const open = async () => {
    await refuseNewer(factory, db.name);
    await db.open();
  };
  try {
    await withTimeout(open(), options.timeoutMs ?? OPEN_TIMEOUT_MS);
    return db;
  } catch (error) {
    db.close();
    throw StorageTrouble.of(error, '打不开本机存储');
  }
}

/** A newer program's data stays untouched; Dexie by itself would open it and patch its schema. */
async function refuseNewer(factory: IDBFactory, name: string): Promise<void> {
  // Older browsers do not list their databases; there Dexie's own check must do.
  if (!('databases' in factory)) return;
  const known = (await factory.databases()).find((one) => one.name === name);
  // Dexie counts in tens, and in ones for its own repairs.
  if (Math.floor((known?.version ?? 0) / 10) > SCHEMA_VERSION) {
    throw new StorageTrouble('newer', null);
  }
}
