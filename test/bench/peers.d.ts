/** As much of the peers' packages as is used here, so that types hold where they are not installed. */

declare module 'pouchdb' {
  interface Replicated {
    readonly ok: boolean;
    readonly docs_written: number;
  }
  interface ReplicateOptions {
    readonly batch_size?: number;
  }
  class PouchDB {
    constructor(name: string);
    static defaults(options: { readonly prefix: string; readonly db: unknown }): typeof PouchDB;
    readonly replicate: {
      to(remote: string, options: ReplicateOptions): Promise<Replicated>;
      from(remote: string, options: ReplicateOptions): Promise<Replicated>;
    };
    bulkDocs(docs: readonly object[]): Promise<unknown>;
    put(doc: object): Promise<unknown>;
    get(id: string): Promise<object>;
    info(): Promise<{ readonly doc_count: number }>;
    close(): Promise<void>;
  }

  export = PouchDB;
}

declare module 'express-pouchdb' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type PouchDB from 'pouchdb';

  function expressPouchdb(
    kind: typeof PouchDB,
    options: Readonly<Record<string, unknown>>,
  ): (request: IncomingMessage, response: ServerResponse) => void;

  export = expressPouchdb;
}

declare module 'leveldown' {
  type Batch = (operations: unknown, options: object, done: unknown) => void;
  interface Level {
    _batch: Batch;
  }
  function leveldown(location: string): Level;
  namespace leveldown {
    function destroy(location: string, done: unknown): void;
  }

  export = leveldown;
}

declare module 'rxdb' {
  export interface RxCollection {
    bulkInsert(docs: readonly object[]): Promise<unknown>;
    insert(doc: object): Promise<unknown>;
    findOne(id: string): { exec(): Promise<unknown> };
    count(): { exec(): Promise<number> };
  }
  export interface RxDatabase {
    addCollections<N extends string>(
      collections: Readonly<Record<N, { readonly schema: object }>>,
    ): Promise<Record<N, RxCollection>>;
  }
  export function createRxDatabase(options: {
    readonly name: string;
    readonly storage: unknown;
  }): Promise<RxDatabase>;
}

declare module 'rxdb/plugins/storage-dexie' {
  export function getRxStorageDexie(): unknown;
}

declare module 'rxdb/plugins/replication' {
  import type { RxCollection } from 'rxdb';
  export interface Checkpoint {
    readonly seq: number;
  }
  export interface Replication {
    start(): Promise<void>;
    pause(): Promise<void>;
    awaitInSync(): Promise<unknown>;
    awaitInitialReplication(): Promise<void>;
  }
  export function replicateRxCollection(options: {
    readonly collection: RxCollection;
    readonly replicationIdentifier: string;
    readonly live: boolean;
    readonly autoStart: boolean;
    readonly waitForLeadership: boolean;
    readonly push: {
      readonly batchSize?: number;
      handler(rows: readonly unknown[]): Promise<unknown[]>;
    };
    readonly pull: {
      readonly batchSize?: number;
      handler(
        checkpoint: Checkpoint | undefined,
        limit: number,
      ): Promise<{ documents: unknown[]; checkpoint: Checkpoint | undefined }>;
    };
  }): Replication;
}
