/** One map a synced table, by id, so that a row keeps its type on the way through. */
import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import type { Stored } from '../store/rows.ts';

interface Kept<T extends TableName> {
  row: RowOf[T];
  stored: Stored<T> | null;
  list: Stored<T>[];
}

export type Shelves<K extends keyof Kept<TableName>> = {
  readonly [T in TableName]: Map<string, Kept<T>[K]>;
};

export function shelves<K extends keyof Kept<TableName>>(): Shelves<K> {
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
