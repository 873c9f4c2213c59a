/** What a device shows is what the office had at its cursor, with pending work on top, and nothing else. */
import { isDeepStrictEqual } from 'node:util';
import { runMutation } from '../../../src/protocol/mutations/index.ts';
import { type RowOf, TABLES, type TableName } from '../../../src/protocol/rows/index.ts';
import type { NumberRegister } from '../../../src/protocol/tx.ts';
import { emptyShelves, memoryTx, type Shelves } from '../../support/memory-tx.ts';
import { canonical } from '../world/canonical.ts';
import type { LocalStore } from '../world/local-store.ts';
import type { Snapshot } from '../world/snapshot.ts';
import { OFFICE_ID } from '../world/town.ts';
import type { World } from '../world/world.ts';
import { hold } from './law.ts';
import { madeBy } from './made.ts';
import type { ServerBook } from './server-book.ts';

/** The office's rows as the device has them: what lies under pending work, and the rest. */
function officeRows({ rows, base }: Snapshot): Shelves {
  const office = emptyShelves();
  const copy = <T extends TableName>(table: T) => {
    for (const [id, row] of rows[table]) office[table].set(id, row);
  };
  TABLES.forEach(copy);
  const restore = <T extends TableName>(table: T, id: string, row: RowOf[T] | null) => {
    if (row === null) office[table].delete(id);
    else office[table].set(id, row);
  };
  for (const { table, id, row } of base) restore<TableName>(table, id, row);
  return office;
}

/**
 * A pull never skips and never invents.
 * @param isWhole false between the pages of a pull, when a row that has changed since may be missing
 */
export function rowsAreTheOffices(
  world: World,
  store: LocalStore,
  seen: Snapshot,
  isWhole: boolean,
): void {
  const { cursor } = seen.facts;
  const { scope, version } = readCursor(cursor);
  const here = officeRows(seen);
  const there = world.office.history.at(scope, version);
  for (const table of TABLES) {
    for (const id of new Set([...here[table].keys(), ...there[table].keys()])) {
      const [mine, theirs] = [here[table].get(id), there[table].get(id)];
      if (isDeepStrictEqual(mine, theirs)) continue;
      const isOnItsWay = !isWhole && world.office.history.lastChange(table, id) > version;
      hold(isOnItsWay, 'rows at the cursor are the office’s', () => {
        return `${store.name} at ${cursor}, ${table} ${id}:\n  here  ${canonical(mine)}\n  there ${canonical(theirs)}`;
      });
    }
  }
}

/** What the office has just taken does not leave the screen while the rest of the pull is on its way. */
export function acceptedIsShown(store: LocalStore, seen: Snapshot, book: ServerBook): void {
  if (readCursor(seen.facts.cursor).scope !== 'office') return;
  const waiting = new Set(seen.outbox.map((row) => row.seq));
  for (const line of book.journalOf(store.clientId)) {
    const made = waiting.has(line.seq) ? null : madeBy(line);
    hold(
      !made || seen.rows[made.table].has(made.id),
      'what was accepted stays on the screen',
      () => {
        return `${store.name} at ${seen.facts.cursor}: ${made?.table} ${made?.id}`;
      },
    );
  }
}

/** Whether the office has nothing for a device that it has not got. */
export function isUpToDate({ office }: World, { facts }: Snapshot): boolean {
  const { scope, version } = readCursor(facts.cursor);
  const { history } = office;
  const [then, now] = [history.at(scope, version), history.at(scope, history.head)];
  return TABLES.every(
    (table) =>
      then[table].size === now[table].size &&
      [...now[table].keys()].every((id) => history.lastChange(table, id) <= version),
  );
}

/** `<scope>@<epoch>.<version>`, as the office writes it. */
export function readCursor(cursor: string | undefined): { scope: string; version: number } {
  const [, scope = 'nobody', version = '0'] = /^(.*)@[^@]*\.(\d+)$/.exec(cursor ?? '') ?? [];
  return { scope, version: Number(version) };
}

const ANY_NUMBER: NumberRegister = {
  async confirm(_notice, _year, number) {
    return { ok: true, number };
  },
  async draw() {
    return null;
  },
  async markVoided() {
    return undefined;
  },
};

/** What is shown is the office's rows and then every pending deed, in order, by the rules alone. */
export async function pendingIsOnTop(store: LocalStore, seen: Snapshot): Promise<void> {
  const { acting } = store;
  if (acting === null || store.clientId === null) return;
  const expected = officeRows(seen);
  const tx = memoryTx(expected);
  for (const row of seen.outbox) {
    await runMutation(tx, row.name, row.args, {
      actor: acting,
      clientId: store.clientId,
      seq: row.seq,
      at: row.at + row.offset,
      officeId: OFFICE_ID,
      numbers: ANY_NUMBER,
    });
  }
  for (const table of TABLES) {
    for (const id of new Set([...expected[table].keys(), ...seen.rows[table].keys()])) {
      const [shown, right] = [seen.rows[table].get(id), expected[table].get(id)];
      hold(isDeepStrictEqual(shown, right), 'pending work is on top of the office’s rows', () => {
        return `${store.name}, ${table} ${id}:\n  shown ${canonical(shown)}\n  right ${canonical(right)}`;
      });
    }
  }
}
