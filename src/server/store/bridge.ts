/** What SQLite and PostgreSQL write differently, and nothing else of the store knows. */
export type Dialect = 'sqlite' | 'postgresql';

/** Words of a migration: column types, and what ends a table. */
export interface Ddl {
  readonly dialect: Dialect;
  readonly text: string;
  readonly int: string;
  readonly real: string;
  readonly bool: string;
  readonly json: string;
  /** After the closing bracket of `create table`. */
  readonly end: string;
}

export const DDL: Readonly<Record<Dialect, Ddl>> = {
  sqlite: {
    dialect: 'sqlite',
    text: 'text',
    int: 'integer',
    real: 'real',
    bool: 'integer',
    json: 'text',
    end: 'strict',
  },
  postgresql: {
    dialect: 'postgresql',
    // Byte order, as SQLite's: the same rows in the same order on both.
    text: 'text collate "C"',
    int: 'bigint',
    real: 'double precision',
    bool: 'smallint',
    json: 'jsonb',
    end: '',
  },
};

/** The nth placeholder of a statement, from 1. */
export function placeholder(dialect: Dialect, nth: number): string {
  return dialect === 'sqlite' ? '?' : `$${nth}`;
}

/** Rows of `n` placeholders: `(?, ?), (?, ?)`. */
export function placeholderRows(dialect: Dialect, rows: number, width: number): string {
  const parts: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const marks = Array.from({ length: width }, (_, i) =>
      placeholder(dialect, row * width + i + 1),
    );
    parts.push(`(${marks.join(', ')})`);
  }
  return parts.join(', ');
}
