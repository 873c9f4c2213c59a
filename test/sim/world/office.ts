/** The office's machine: the disk that outlives every server process, and the one that runs now. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { RowOf, TableName } from '../../../src/protocol/rows/index.ts';
import { openSession } from '../../../src/server/auth/sessions.ts';
import type { Database, Db } from '../../../src/server/store/database.ts';
import { migrate } from '../../../src/server/store/migrate.ts';
import { takeVersions } from '../../../src/server/store/office-lock.ts';
import { Rows } from '../../../src/server/store/rows.ts';
import { History } from './history.ts';
import { filesAtRest, type Meter } from './meter.ts';
import type { Call, WireAnswer } from './network.ts';
import { type Accident, Power, survives } from './power.ts';
import { ServerProcess } from './server-process.ts';
import { buildTown, OFFICE_ID, plantPoison } from './town.ts';

/** Where files cost no disk: each seed has a folder of its own, and takes it away. */
const FAST_FOLDER = '/dev/shm';

export class Office {
  readonly disk: Sqlite.Database;
  readonly history = new History();
  /** What server processes have logged of their own failures, all of them. */
  readonly logged: string[] = [];
  #process: ServerProcess | null = null;
  readonly dataDir: string;
  readonly #now: () => number;
  readonly #meter: Meter;

  private constructor(disk: Sqlite.Database, now: () => number, meter: Meter) {
    this.disk = disk;
    this.#now = now;
    this.#meter = meter;
    const parent = existsSync(FAST_FOLDER) ? FAST_FOLDER : tmpdir();
    this.dataDir = mkdtempSync(join(parent, 'xundian-sim-'));
  }

  static async open(isBig: boolean, now: () => number, meter: Meter): Promise<Office> {
    const office = new Office(new Sqlite(await townImage(isBig)), now, meter);
    office.disk.pragma('foreign_keys = ON');
    plantPoison(office.disk);
    office.history.record(office.disk);
    await office.restart();
    return office;
  }

  get process(): ServerProcess {
    if (!this.#process) throw new Error('the server is not running');
    return this.#process;
  }

  /** Kills what runs and starts anew on the same disk. */
  async restart(): Promise<void> {
    this.#meter.begin();
    await this.#process?.kill();
    const power = new Power(this.disk, () => this.history.record(this.disk));
    this.#process = await ServerProcess.start({
      power,
      dataDir: this.dataDir,
      now: this.#now,
      logged: (line) => this.logged.push(line),
    });
    this.#meter.end();
  }

  /** Serves requests that arrive so many turns of the event loop after one another; a call without an answer was cut by a dying server. */
  async serve(calls: readonly Call[], accident: Accident | null = null, apart = 0): Promise<void> {
    this.#meter.begin();
    const { app, power } = this.process;
    power.arm(accident);
    const inject = app.inject.bind(app);
    await Promise.all(
      calls.map(async (call, nth) => {
        await this.#meter.turns(nth * apart);
        await this.#serveOne(inject, call);
      }),
    );
    if (calls.some((call) => call.isPhoto)) await filesAtRest();
    power.arm(null);
    if (accident !== null && !survives(accident)) {
      // Whether or not it got so far as the accident: it dies, and nothing of its answer is heard.
      for (const call of calls) call.answer = null;
      await this.restart();
    }
    this.#meter.end();
  }

  async #serveOne(inject: ServerProcess['app']['inject'], call: Call): Promise<void> {
    const { method, url, headers, body } = call.letter;
    const payload = body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : body;
    const answer = await inject({
      method: methodOf(method),
      url,
      headers,
      ...(payload === null ? {} : { payload }),
    });
    call.stage = 'coming';
    call.answer = wireOf(answer.statusCode, answer.headers, answer.rawPayload);
  }

  /** Lets a person in without a password; answers the cookie. */
  async signIn(accountId: string): Promise<string> {
    const { store } = this.process.context;
    const token = await openSession(store.db, { accountId, officeId: OFFICE_ID }, this.#now());
    return `xundian_session=${token}`;
  }

  /** Changes rows of the city in one version, as an administrator does. */
  async putCity<T extends TableName>(table: T, ...changed: RowOf[T][]): Promise<void> {
    const { store, rows, pokes } = this.process.context;
    const version = await store.db.transaction().execute(async (tx) => {
      const taken = await takeVersions(tx, OFFICE_ID);
      const entries = changed.map((row) => ({ row, shownTo: '' }));
      await rows.write(tx, table, entries, taken);
      return taken;
    });
    pokes.poke(version);
  }

  get db(): Db {
    return this.process.context.store.db;
  }

  async close(): Promise<void> {
    await this.#process?.kill();
    this.disk.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function methodOf(method: string): 'GET' | 'HEAD' | 'POST' | 'PATCH' {
  const known = (['GET', 'HEAD', 'POST', 'PATCH'] as const).find((one) => one === method);
  if (!known) throw new Error(`a device does not say ${method}`);
  return known;
}

function wireOf(
  status: number,
  headers: Readonly<Record<string, number | string | string[] | undefined>>,
  body: Buffer,
): WireAnswer {
  const plain = Object.entries(headers).filter(([name]) => name !== 'set-cookie');
  return { status, headers: Object.fromEntries(plain.map(([k, v]) => [k, String(v)])), body };
}

const images = new Map<boolean, Promise<Buffer>>();

/** A store with the town in it, built once and copied for each seed. */
function townImage(isBig: boolean): Promise<Buffer> {
  const known = images.get(isBig) ?? build(isBig);
  images.set(isBig, known);
  return known;
}

async function build(isBig: boolean): Promise<Buffer> {
  const disk = new Sqlite(':memory:');
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: disk }) });
  await migrate(db, 'sqlite', () => 0);
  await buildTown(db, new Rows('sqlite', OFFICE_ID), isBig);
  return disk.serialize();
}
