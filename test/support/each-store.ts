/** Runs the same laws on both stores. */
import { describe, inject } from 'vitest';
import './postgres-setup.ts';
import { createDatabase } from './postgres.ts';

export interface StoreKind {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The address of a fresh database; undefined for the embedded store. */
  fresh(): Promise<string | undefined>;
}

const SQLITE: StoreKind = { name: 'SQLite', fresh: async () => undefined };

export function eachStore(laws: (kind: StoreKind) => void): void {
  const url = inject('postgres');
  const postgres: StoreKind = { name: 'PostgreSQL', fresh: () => createDatabase(url) };
  describe(SQLITE.name, () => laws(SQLITE));
  describe.skipIf(url === '')(postgres.name, () => laws(postgres));
}
