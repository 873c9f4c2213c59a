/**
 * The server's Tx. What a deed puts stands apart until the deed is taken, and
 * what was taken stands apart until the whole push is written: a refused deed
 * leaves no trace, and the store sees one bulk write a table.
 */
import { type IndexOf, type RowOf, TABLES, type TableName } from '../../protocol/rows/index.ts';
import type { Tx } from '../../protocol/tx.ts';
import { isChained } from '../history/digests.ts';
import type { Ref } from '../history/entry.ts';
import { isCity } from '../store/columns.ts';
import type { Db } from '../store/database.ts';
import type { Rows, Stored } from '../store/rows.ts';
import type { CityShelves } from './city-memory.ts';
import { type Shelves, shelves } from './shelves.ts';

/** Tables whose rows a deed names by an id that a device has made. */
const NAMED_TABLES = ['finding', 'photo', 'inspection', 'notice', 'reply', 'extension'] as const;

export class Overlay implements Tx {
  readonly #db: Db;
  readonly #rows: Rows;
  readonly #city: CityShelves;
  /** As the store has them; null where it has none. */
  readonly #stored: Shelves<'stored'> = shelves();
  /** Listings as the store has them. */
  readonly #lists: Shelves<'list'> = shelves();
  readonly #taken: Shelves<'row'> = shelves();
  #pending: Shelves<'row'> = shelves();

  constructor(db: Db, rows: Rows, city: CityShelves) {
    this.#db = db;
    this.#rows = rows;
    this.#city = city;
  }

  async get<T extends TableName>(table: T, id: string): Promise<RowOf[T] | undefined> {
    const own = this.#pending[table].get(id) ?? this.#taken[table].get(id);
    if (own) return own;
    return (await this.stored(table, id))?.row;
  }

  async list<T extends TableName>(table: T, index: IndexOf<T>, value: string): Promise<RowOf[T][]> {
    const known = this.#listed(table);
    const key = `${String(index)} ${value}`;
    let stored = known.get(key);
    if (!stored) {
      stored = await this.#rows.list(this.#db, table, index, value);
      known.set(key, stored);
    }
    return this.#over(table, stored, (row) => Reflect.get(row, index) === value);
  }

  async all<T extends TableName>(table: T): Promise<RowOf[T][]> {
    const known = this.#listed(table);
    let stored = known.get('');
    if (!stored) {
      stored = await this.#rows.all(this.#db, table);
      known.set('', stored);
    }
    return this.#over(table, stored, () => true);
  }

  async put<T extends TableName>(table: T, row: RowOf[T]): Promise<void> {
    this.#pending[table].set(row.id, row);
  }

  /** The deed that has just run is taken; answers which rows it has put that the chain vouches for. */
  take(): Ref[] {
    const touched: Ref[] = [];
    for (const table of TABLES) {
      if (isChained(table))
        for (const id of this.#pending[table].keys()) touched.push({ table, id });
      this.#move(table);
    }
    return touched;
  }

  /** The deed that has just run leaves nothing. */
  drop(): void {
    this.#pending = shelves();
  }

  /** What the deeds taken so far want written. */
  taken<T extends TableName>(table: T): readonly RowOf[T][] {
    return [...this.#taken[table].values()];
  }

  /** The row as the store had it before this push. */
  async stored<T extends TableName>(table: T, id: string): Promise<Stored<T> | null> {
    const shelf = isCity(table) ? this.#city.stored[table] : this.#stored[table];
    const known = shelf.get(id);
    if (known !== undefined) return known;
    const found = (await this.#rows.get(this.#db, table, id)) ?? null;
    shelf.set(id, found);
    return found;
  }

  /** Reads at once what many deeds are about to ask for one by one. */
  async expect(ids: ReadonlySet<string>): Promise<void> {
    for (const table of NAMED_TABLES) await this.#expectIn(table, ids);
  }

  async #expectIn<T extends TableName>(table: T, ids: ReadonlySet<string>): Promise<void> {
    const shelf = this.#stored[table];
    const unknown = [...ids].filter((id) => !shelf.has(id));
    for (const id of unknown) shelf.set(id, null);
    for (const found of await this.#rows.getMany(this.#db, table, unknown)) {
      shelf.set(found.row.id, found);
    }
  }

  #listed<T extends TableName>(table: T): Map<string, Stored<T>[]> {
    return isCity(table) ? this.#city.lists[table] : this.#lists[table];
  }

  #move<T extends TableName>(table: T): void {
    const pending = this.#pending[table];
    if (pending.size === 0) return;
    for (const [id, row] of pending) this.#taken[table].set(id, row);
    pending.clear();
  }

  #over<T extends TableName>(
    table: T,
    stored: readonly Stored<T>[],
    fits: (row: RowOf[T]) => boolean,
  ): RowOf[T][] {
    const found = new Map(stored.map(({ row }) => [row.id, row]));
    for (const shelf of [this.#taken[table], this.#pending[table]]) {
      for (const [id, row] of shelf) {
        if (fits(row)) found.set(id, row);
        else found.delete(id);
      }
    }
    return [...found.values()];
  }
}
