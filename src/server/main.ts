/** The office's server: opens the store, sees to it that there is an office, and listens. */
import type { AddressInfo } from 'node:net';
import { buildApp } from './app.ts';
import { BlobStore } from './blobs/blob-store.ts';
import { loadCalendar } from './calendar/load.ts';
import type { Context } from './context.ts';
import { keepBox, readBox } from './fonts/box.ts';
import { FontStore } from './fonts/font-store.ts';
import { beginHistory } from './history/begin.ts';
import { makeLog } from './http/log.ts';
import { Tiles } from './http/tiles.ts';
import { prepareJobs } from './jobs/office-jobs.ts';
import { Scheduler } from './jobs/scheduler.ts';
import { Ledger } from './ledger/ledger.ts';
import { Bells } from './notify/bells.ts';
import { isPushService } from './notify/push-service.ts';
import { readOptions, type StartOptions } from './options.ts';
import { PaperDigests } from './paper/paper-digest.ts';
import { PaperMaker } from './paper/paper-maker.ts';
import { settleOfficeKey } from './signing/office-key.ts';
import { howToComeIn, officeOf, requireLoopback } from './start-office.ts';
import { headReader } from './store/office-lock.ts';
import { Rows } from './store/rows.ts';
import { StartRefusal } from './store/start-refusal.ts';
import { openStore, type Store } from './store/store.ts';
import { errorCode } from './store/store-error.ts';
import { Books } from './sync/books.ts';
import { PageMemo } from './sync/page-memo.ts';
import { Pokes } from './sync/pokes.ts';
import { PushQueue } from './sync/push-queue.ts';
import { RowTexts } from './sync/row-texts.ts';

/** What the build measures its fonts by. */
export { measureBytes } from './fonts/measure.ts';
export type { StartOptions } from './options.ts';
export { StartRefusal } from './store/start-refusal.ts';

const VERSION = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : '0.0.0';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly context: Context;
  /** Lets what is under way finish, then closes the store. */
  close(): Promise<void>;
}

/** Throws a StartRefusal where the person at the console has to do something first. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const now = options.now ?? Date.now;
  const log = makeLog(options.logLevel ?? 'warn', options.logTo);
  const store = await openStore(options, now, (error) =>
    log.error({ err: error }, 'store connection lost'),
  );
  let stop = () => store.close();
  try {
    const office = await officeOf(store, options, now());
    await requireLoopback(store, office.id, options);
    const box = await readBox(options.fontsDir);
    const officeKey = await settleOfficeKey(store.db, new Rows(store.dialect, office.id), now());
    await beginHistory(store, office.id, now());
    const books = new Books(store.dialect, office.id, box.faces, officeKey);
    const context = contextOf(options, store, books, log, now);
    // A full disk must not keep the office shut: what is lacking then is copied at the next start.
    await keepBox(options.fontsDir, box, context.fonts).catch((error: unknown) =>
      log.error({ err: error }, 'fonts of the box not kept'),
    );
    context.tiles.set(office.tileUrl);
    const linesAt = await howToComeIn(store, office.id, options, now());
    const { app, close } = await buildApp(context);
    const endJobs = await prepareJobs(context);
    stop = async () => {
      await close();
      await context.queue.idle();
      await endJobs();
      await store.close();
    };
    await app.listen({ host: options.host, port: options.port });
    const { port } = addressOf(app.server.address());
    const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
    for (const line of linesAt(url)) options.print(line);
    await addPublishedYears(context);
    // After an upgrade all of the ledger is to be taken up; nobody at a desk should wait for that.
    await context.ledger.entries.catchUp();
    context.jobs.start();
    return { url, port, context, close: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A new version of the program may know a year that the office still lacks. */
async function addPublishedYears({ store, rows, pokes }: Context): Promise<void> {
  const version = await store.db.transaction().execute((tx) => loadCalendar(tx, rows));
  if (version !== null) pokes.poke(version);
}

/** What `npm start` runs: until a signal ends it, with exit code 0 for a clean end. */
export async function run(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Promise<void> {
  try {
    const server = await startServer(readOptions(argv, env, root, console.log));
    const end = () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  } catch (error) {
    console.error(sayStartError(error));
    process.exitCode = 1;
  }
}

/** What `npm run xundian` runs; its program comes only where it is asked for. */
export async function command(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Promise<void> {
  const { command: run } = await import('./cli.ts');
  await run(argv, env, root);
}

function sayStartError(error: unknown): unknown {
  if (error instanceof StartRefusal) return error.message;
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return '这个端口已被占用。请先关掉占用它的程序，或换一个端口：PORT=4331 npm start';
    case 'EADDRNOTAVAIL':
      return '本机没有这个监听地址（HOST）';
    case 'EACCES':
      return '没有权限监听这个端口或写入数据目录';
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return '连不上 DATABASE_URL 里的数据库';
  }
  return error;
}

function contextOf(
  options: StartOptions,
  store: Store,
  books: Books,
  log: Context['log'],
  now: () => number,
): Context {
  const { officeId, rows } = books;
  const pokes = new Pokes();
  const changed = (version: number) => pokes.poke(version);
  const fonts = new FontStore(options.dataDir);
  const papers = new PaperDigests(
    new PaperMaker(fonts, new BlobStore(options.dataDir)),
    async (id) => (await rows.get(store.db, 'notice', id))?.row,
  );
  return {
    store,
    officeId,
    books,
    rows,
    pokes,
    bells: new Bells(),
    isPushService: options.isPushService ?? isPushService,
    jobs: new Scheduler(log),
    head: headReader(store.db, officeId),
    queue: new PushQueue({ store, books, now, changed }),
    texts: new RowTexts(),
    pages: new PageMemo(),
    tiles: new Tiles(),
    fonts,
    ledger: new Ledger({ store, officeId, rows, now }),
    paperDigest: (id) => papers.of(id),
    log,
    now,
    host: options.host,
    dataDir: options.dataDir,
    clientDir: options.clientDir,
    version: VERSION,
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address;
}
