/**
 * A query builder whose way to the database takes a turn of the event loop each
 * time, as it does over a wire: requests that are served together come between
 * one another wherever one of them is not in a transaction.
 */
import { setImmediate } from 'node:timers/promises';
import type {
  DatabaseConnection,
  Dialect,
  Driver,
  SqliteDialect,
  TransactionSettings,
} from 'kysely';

export function paced(dialect: SqliteDialect): Dialect {
  return {
    createDriver: () => new PacedDriver(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

class PacedDriver implements Driver {
  readonly #under: Driver;

  constructor(under: Driver) {
    this.#under = under;
  }

  init(): Promise<void> {
    return this.#under.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await setImmediate();
    return this.#under.acquireConnection();
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#under.beginTransaction(connection, settings);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#under.commitTransaction(connection);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#under.rollbackTransaction(connection);
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#under.releaseConnection(connection);
  }

  destroy(): Promise<void> {
    return this.#under.destroy();
  }
}
