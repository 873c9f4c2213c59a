/** A store of Maps behind the mutators' own interface: the smallest one that there can be. */
import { type RowOf, TABLES, type TableName } from '../../src/protocol/rows/index.ts';
import type { Tx } from '../../src/protocol/tx.ts';

export type Shelves = { readonly [T in TableName]: Map<string, RowOf[T]> };

export function emptyShelves(): Shelves {
  return {
    office: new Map(),
    calendar: new Map(),
    unit: new Map(),
    checklist: new Map(),
    point: new Map(),
    round: new Map(),
    team: new Map(),
    inspection: new Map(),
    finding: new Map(),
    photo: new Map(),
    notice: new Map(),
    event: new Map(),
    font: new Map(),
    signer: new Map(),
    reply: new Map(),
    recheck: new Map(),
    extension: new Map(),
    handoff: new Map(),
    letter: new Map(),
  };
}

export function memoryTx(shelves: Shelves): Tx {
  return {
    async get(table, id) {
      return shelves[table].get(id);
    },
    async list(table, index, value) {
      return [...shelves[table].values()].filter((row) => Reflect.get(row, index) === value);
    },
    async all(table) {
      return [...shelves[table].values()];
    },
    async put(table, row) {
      shelves[table].set(row.id, structuredClone(row));
    },
  };
}

/** Everything that stands on the shelves, to compare before and after. */
export function inventory(shelves: Shelves): unknown {
  return structuredClone(TABLES.map((table) => [table, [...shelves[table].entries()]]));
}
