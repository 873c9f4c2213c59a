/**
 * Server row + pending deeds in order. The office's rows come from `base` (what
 * lay under pending deeds) and from the patch; the deeds still pending run again
 * over them. One that is now refused here stays in the outbox, since the office
 * decides; its effect is just not shown.
 */
import { dequal } from 'dequal/lite';
import type { runMutation } from '../../protocol/mutations/index.ts';
import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import { TABLES } from '../../protocol/rows/index.ts';
import type { Patch } from '../../protocol/sync.ts';
import type { Author } from './author.ts';
import { Layer } from './layer.ts';
import { TABLET_REGISTER } from './numbers.ts';
import { baseKey, tablesIn } from './row-maps.ts';
import { storesSource } from './row-source.ts';
import type { Stores } from './stores.ts';
import type { BaseRow, OutboxRow } from './tables.ts';

/** Forgets what the office sent, never what is the person's own. */
export function forgetOfficeRows(stores: Stores): void {
  for (const table of TABLES) stores.clear(table);
  stores.clear('base');
}

/** Deeds are pending, and their rules have not come yet; the transaction is taken back. */
export class RulesNeeded extends Error {}

export async function rebase(
  stores: Stores,
  author: Author,
  patch: Patch,
  pending: readonly OutboxRow[],
  run: typeof runMutation | null,
): Promise<void> {
  if (pending.length > 0 && !run) throw new RulesNeeded();
  const base = await stores.all('base');
  const office = officeLayer(stores, base, patch);
  const work = new Layer(office);
  for (const row of pending) if (run) await again(author, row, work, run);
  // Before the tables change: they are where the office's rows are read.
  const images = await Promise.all(
    tablesIn(work.rows).map((table) => baseImages(stores, table, office, work)),
  );
  const foreseen = await foreseenRows(stores, base, office);
  for (const table of TABLES) writeTable(stores, table, office, work, foreseen);
  if (base.length > 0) stores.clear('base');
  for (const image of images.flat()) stores.put('base', image);
}

function officeLayer(stores: Stores, base: readonly BaseRow[], patch: Patch): Layer {
  const office = new Layer(storesSource(stores));
  for (const { table, id, row } of base) office.set<TableName>(table, id, row);
  for (const table of TABLES) putAll(office, table, patch);
  for (const { table, id } of patch.dels) office.set(table, id, null);
  return office;
}

function putAll<T extends TableName>(office: Layer, table: T, patch: Patch): void {
  const puts: { [N in TableName]?: RowOf[N][] | undefined } = patch.puts;
  for (const row of puts[table] ?? []) office.set(table, row.id, row);
}

/** Runs a pending deed once more; refused here, it leaves nothing. */
async function again(
  author: Author,
  row: OutboxRow,
  work: Layer,
  run: typeof runMutation,
): Promise<void> {
  const layer = new Layer(work);
  const outcome = await run(layer, row.name, row.args, {
    actor: author.actor,
    clientId: author.clientId,
    seq: row.seq,
    at: row.at + row.offset,
    officeId: author.officeId,
    numbers: TABLET_REGISTER,
  });
  if (outcome.ok) work.absorb(layer);
}

/**
 * Keys of rows that stand here just as the office now has them: the same rule made
 * them on both sides. After weeks without a network these are nearly all, and to
 * read many costs a small part of what it costs to write them.
 */
async function foreseenRows(
  stores: Stores,
  base: readonly BaseRow[],
  office: Layer,
): Promise<Set<string>> {
  const foreseen = new Set<string>();
  await Promise.all(
    TABLES.map(async (table) => {
      const ids = base.filter((image) => image.table === table).map(({ id }) => id);
      if (ids.length < WORTH_READING) return;
      ids.sort();
      const limit = ids.length * 2;
      for (const row of await stores.between(table, ids[0] ?? '', ids.at(-1) ?? '', limit)) {
        if (dequal(row, office.rows[table].get(row.id))) foreseen.add(baseKey(table, row.id));
      }
    }),
  );
  return foreseen;
}

/** With fewer rows the reading is one wait more and saves nothing. */
const WORTH_READING = 20;

function writeTable<T extends TableName>(
  stores: Stores,
  table: T,
  office: Layer,
  work: Layer,
  foreseen: ReadonlySet<string>,
): void {
  for (const [id, row] of office.rows[table]) {
    if (work.rows[table].has(id) || foreseen.has(baseKey(table, id))) continue;
    if (row === null) stores.delete(table, id);
    else stores.put(table, row);
  }
  for (const row of work.rows[table].values()) if (row !== null) stores.put(table, row);
}

/** What the office has under each row that pending deeds touch. */
async function baseImages<T extends TableName>(
  stores: Stores,
  table: T,
  office: Layer,
  work: Layer,
): Promise<BaseRow<T>[]> {
  // Null is an answer: the office has no such row.
  const known = (id: string) => {
    const row = office.rows[table].get(id);
    return row === undefined ? office.seen[table].get(id) : row;
  };
  return Promise.all(
    [...work.rows[table].keys()].map(async (id) => {
      const row = known(id);
      const image = row === undefined ? ((await stores.get(table, id)) ?? null) : row;
      return { key: baseKey(table, id), table, id, row: image };
    }),
  );
}
