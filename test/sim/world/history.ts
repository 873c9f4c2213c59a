/**
 * What the office's rows were at every version, written down at each commit: by
 * this the laws know what a device must hold, without asking the code that sends it.
 */
import type Sqlite from 'better-sqlite3';
import { type RowOf, TABLES, type TableName } from '../../../src/protocol/rows/index.ts';
import { CODECS, type RawRow } from '../../../src/server/store/codec.ts';
import { emptyShelves, type Shelves } from '../../support/memory-tx.ts';

interface State<T extends TableName> {
  readonly version: number;
  readonly row: RowOf[T];
  readonly shownTo: string;
  /** Of a point: whether a group walks it. */
  readonly drawn: boolean;
}

type States = { readonly [T in TableName]: Map<string, State<T>[]> };

export class History {
  /** The office's version as of the last commit. */
  head = 0;
  epoch = '';
  /** Commits so far. */
  commits = 0;
  /** Versions that were committed out of their order. */
  readonly late: string[] = [];
  readonly #statements = new Map<TableName, Sqlite.Statement<unknown[], RawRow>>();
  readonly #states: States = emptyStates();
  readonly #known = new Map<string, Shelves>();

  /** Called at each commit, before anything else can happen. */
  record(database: Sqlite.Database): void {
    this.commits += 1;
    const office = officeHead(database);
    this.epoch = office.epoch;
    const before = this.head;
    this.head = office.head;
    this.#known.clear();
    for (const table of TABLES) this.#take(database, table, before);
  }

  /** The rows that a scope sees, as they were at a version. */
  at(scope: string, version: number): Shelves {
    const key = `${scope}@${version}`;
    const known = this.#known.get(key);
    if (known) return known;
    const shelves = emptyShelves();
    for (const table of TABLES) this.#fill(shelves, table, scope, version);
    this.#known.set(key, shelves);
    return shelves;
  }

  /** Every row as it is now, whoever may see it. */
  get all(): Shelves {
    return this.at('all', this.head);
  }

  /** The unit that a row is shown to; '' for the office alone. */
  shownTo(table: TableName, id: string): string {
    return this.#states[table].get(id)?.at(-1)?.shownTo ?? '';
  }

  /** The version at which a row last changed; 0 for none. */
  lastChange(table: TableName, id: string): number {
    return this.#states[table].get(id)?.at(-1)?.version ?? 0;
  }

  #statementFor(database: Sqlite.Database, table: TableName): Sqlite.Statement<unknown[], RawRow> {
    const known = this.#statements.get(table);
    if (known) return known;
    const statement = database.prepare<unknown[], RawRow>(selectOf(table));
    this.#statements.set(table, statement);
    return statement;
  }

  #fill<T extends TableName>(shelves: Shelves, table: T, scope: string, version: number): void {
    for (const [id, states] of this.#states[table]) {
      const state = states.findLast((one) => one.version <= version);
      if (state && isSeen(scope, table, state)) shelves[table].set(id, state.row);
    }
  }

  #take<T extends TableName>(database: Sqlite.Database, table: T, before: number): void {
    for (const raw of this.#statementFor(database, table).all(before)) {
      const version = Number(raw.version);
      const id = String(raw.id);
      const states = this.#states[table].get(id) ?? [];
      const last = states.at(-1)?.version ?? 0;
      if (version === last) continue;
      if (version <= before || version > this.head) this.late.push(`${table}/${id}@${version}`);
      const row = CODECS[table].decode(raw);
      const shownTo = typeof raw.shown_to === 'string' ? raw.shown_to : '';
      states.push({ version, row, shownTo, drawn: raw.drawn === 1 });
      this.#states[table].set(id, states);
    }
  }
}

/** Of every row, also one that came late; but the big town's checklists are many, and no deed writes one. */
function selectOf(table: TableName): string {
  return `select * from "${table}" where version > ${table === 'checklist' ? '?' : 'min(?, 0)'}`;
}

function officeHead(database: Sqlite.Database): { head: number; epoch: string } {
  const sql = 'select head, epoch from office';
  return (
    database.prepare<unknown[], { head: number; epoch: string }>(sql).get() ?? {
      head: 0,
      epoch: '',
    }
  );
}

/** In the words of the rule: the office sees the office, a unit what is on a notice to it. */
function isSeen<T extends TableName>(scope: string, table: T, state: State<T>): boolean {
  const { row } = state;
  if (scope === 'all') return true;
  if (scope === 'office') return !('kind' in row && row.kind === 'unlisted') || state.drawn;
  const unitId = scope.slice('unit:'.length);
  switch (table) {
    case 'office':
    case 'calendar':
    case 'unit':
    case 'round':
      return true;
    case 'notice':
    case 'reply':
    case 'recheck':
    case 'extension':
    case 'letter':
      return 'unitId' in row && row.unitId === unitId;
    case 'finding':
    case 'photo':
    case 'event':
      return state.shownTo === unitId;
    default:
      return false;
  }
}

function emptyStates(): States {
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
