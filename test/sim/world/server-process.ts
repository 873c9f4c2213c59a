/** One life of the office's server: everything it keeps in memory goes with it. */
import type { FastifyInstance } from 'fastify';
import { Kysely, SqliteDialect } from 'kysely';
import { buildApp } from '../../../src/server/app.ts';
import type { Context } from '../../../src/server/context.ts';
import { FontStore } from '../../../src/server/fonts/font-store.ts';
import { beginHistory } from '../../../src/server/history/begin.ts';
import { makeLog } from '../../../src/server/http/log.ts';
import { Tiles } from '../../../src/server/http/tiles.ts';
import { Scheduler } from '../../../src/server/jobs/scheduler.ts';
import { Ledger } from '../../../src/server/ledger/ledger.ts';
import { Bells } from '../../../src/server/notify/bells.ts';
import type { Database } from '../../../src/server/store/database.ts';
import { headReader } from '../../../src/server/store/office-lock.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { Books } from '../../../src/server/sync/books.ts';
import { PageMemo } from '../../../src/server/sync/page-memo.ts';
import { Pokes } from '../../../src/server/sync/pokes.ts';
import { PushQueue } from '../../../src/server/sync/push-queue.ts';
import { RowTexts } from '../../../src/server/sync/row-texts.ts';
import { filesAtRest } from './meter.ts';
import { paced } from './paced.ts';
import type { Power } from './power.ts';
import { OFFICE_ID } from './town.ts';

export interface ProcessParts {
  readonly power: Power;
  readonly dataDir: string;
  readonly now: () => number;
  /** What it logs of its own failures. */
  readonly logged: (line: string) => void;
}

export class ServerProcess {
  readonly context: Context;
  readonly app: FastifyInstance;
  readonly power: Power;

  private constructor(context: Context, app: FastifyInstance, power: Power) {
    this.context = context;
    this.app = app;
    this.power = power;
  }

  static async start(parts: ProcessParts): Promise<ServerProcess> {
    const context = contextOf(parts);
    await beginHistory(context.store, OFFICE_ID, parts.now());
    const { app } = await buildApp(context);
    await app.ready();
    // It tidies up behind the first requests; here it does so before them.
    await filesAtRest();
    return new ServerProcess(context, app, parts.power);
  }

  /** Dead at once: what is under way ends in errors that nobody hears. */
  async kill(): Promise<void> {
    this.power.cut();
    await this.context.queue.idle();
    await this.app.close();
  }
}

function contextOf({ power, dataDir, now, logged }: ProcessParts): Context {
  const db = new Kysely<Database>({ dialect: paced(new SqliteDialect({ database: power.line })) });
  const store: Store = { db, dialect: 'sqlite', close: () => db.destroy() };
  const books = new Books('sqlite', OFFICE_ID);
  const pokes = new Pokes();
  const changed = (version: number) => pokes.poke(version);
  const log = makeLog('error', { write: logged });
  return {
    store,
    officeId: OFFICE_ID,
    books,
    rows: books.rows,
    pokes,
    bells: new Bells(),
    // Nothing runs by itself here: its turn would be nobody's step.
    jobs: new Scheduler(log),
    isPushService: () => false,
    head: headReader(db, OFFICE_ID),
    queue: new PushQueue({ store, books, now, changed }),
    texts: new RowTexts(),
    pages: new PageMemo(),
    tiles: new Tiles(),
    fonts: new FontStore(dataDir),
    ledger: new Ledger({ store, officeId: OFFICE_ID, rows: books.rows, now }),
    paperDigest: async () => null,
    log,
    now,
    host: '127.0.0.1',
    dataDir,
    clientDir: `${dataDir}/none`,
    version: '0.0.0+sim',
  };
}
