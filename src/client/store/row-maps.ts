import { type RowOf, TABLES, type TableName } from '../../protocol/rows/index.ts';

/** Null stands for a row that is known to be absent. */
export type RowMaps = { [T in TableName]: Map<string, RowOf[T] | null> };
export type ListMaps = { [T in TableName]: Map<string, RowOf[T][]> };

function perTable() {
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

export function emptyRowMaps(): RowMaps {
  return perTable();
}

export function emptyListMaps(): ListMaps {
  return perTable();
}

export function tablesIn(maps: RowMaps): TableName[] {
  return TABLES.filter((table) => maps[table].size > 0);
}

export function baseKey(table: TableName, id: string): string {
  return `${table}/${id}`;
}
