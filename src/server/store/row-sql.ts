/** The text of the statements that read synced rows, made once for each shape. */
import type { TableName } from '../../protocol/rows/index.ts';
import { type Dialect, placeholder } from './bridge.ts';

export class RowSql {
  readonly #dialect: Dialect;
  readonly #texts = new Map<string, string>();

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  byId(table: TableName): string {
    return this.#keep(`id ${table}`, () => `${this.all(table)} and id = ${this.#mark(2)}`);
  }

  byIds(table: TableName, count: number): string {
    return this.#keep(`ids ${table} ${count}`, () => {
      const marks = Array.from({ length: count }, (_, i) => this.#mark(i + 2));
      return `${this.all(table)} and id in (${marks.join(', ')})`;
    });
  }

  byIndex(table: TableName, column: string): string {
    return this.#keep(
      `index ${table} ${column}`,
      () => `${this.all(table)} and "${column}" = ${this.#mark(2)}`,
    );
  }

  all(table: TableName): string {
    return this.#keep(
      `all ${table}`,
      () => `select * from "${table}" where ${officeColumn(table)} = ${this.#mark(1)}`,
    );
  }

  #mark(nth: number): string {
    return placeholder(this.#dialect, nth);
  }

  #keep(key: string, make: () => string): string {
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const text = make();
    this.#texts.set(key, text);
    return text;
  }
}

/** The office's own row is keyed by its id; every other row is led by the office's. */
export function officeColumn(table: TableName): string {
  return table === 'office' ? 'id' : 'office';
}
