/** The real register behind the real pushes, over a store in memory, without the network around it. */
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { RegisterLine, Series } from '../../../src/domain/register.ts';
import type { RowOf } from '../../../src/protocol/rows/index.ts';
import type { Database } from '../../../src/server/store/database.ts';
import { migrate } from '../../../src/server/store/migrate.ts';
import { takeVersions } from '../../../src/server/store/office-lock.ts';
import { Books } from '../../../src/server/sync/books.ts';
import { type Push, type PushAnswer, runPushes } from '../../../src/server/sync/push.ts';
import { recall } from '../../../src/server/sync/recall.ts';
import { buildTown, OFFICE_ID } from '../../sim/world/town.ts';
import { office as townOffice } from '../../support/small-city.ts';
import type { Known } from './field-tablet.ts';

export interface IssuedNotice {
  readonly id: string;
  readonly state: string;
  readonly number: string;
  readonly issuedAt: number;
}

export class NumberingOffice {
  readonly #disk: Sqlite.Database;
  readonly #db: Kysely<Database>;
  readonly #books: Books;
  #row: RowOf['office'] = townOffice;
  #head = 1;

  private constructor(disk: Sqlite.Database, db: Kysely<Database>) {
    this.#disk = disk;
    this.#db = db;
    this.#books = new Books('sqlite', OFFICE_ID);
  }

  static async open(): Promise<NumberingOffice> {
    const disk = new Sqlite(':memory:');
    const db = new Kysely<Database>({
      dialect: new SqliteDialect({ database: remembering(disk) }),
    });
    await migrate(db, 'sqlite', () => 0);
    const office = new NumberingOffice(disk, db);
    await buildTown(db, office.#books.rows, false);
    return office;
  }

  /** What a tablet knows that has just pulled. */
  get known(): Known {
    const { agency, numbering } = this.#row;
    return { agency, numbering, version: this.#head };
  }

  async serve(pushes: readonly Push[], now: number): Promise<readonly PushAnswer[]> {
    const run = await this.#db
      .transaction()
      .execute((tx) => runPushes(tx, this.#books, pushes, now));
    this.#head = run.version ?? this.#head;
    return run.answers;
  }

  async set(change: Partial<Pick<RowOf['office'], 'numbering' | 'agency'>>): Promise<void> {
    this.#row = { ...this.#row, ...change };
    this.#head = await this.#db.transaction().execute(async (tx) => {
      const version = await takeVersions(tx, OFFICE_ID);
      await this.#books.rows.write(tx, 'office', [{ row: this.#row, shownTo: '' }], version);
      return version;
    });
  }

  async recall(clientId: string, now: number): Promise<number> {
    const by = 'account-s1';
    const { numbers } = await this.#db
      .transaction()
      .execute((tx) => recall(tx, this.#books, { clientId, by, reason: '平板遗失' }, now));
    return numbers.length;
  }

  /** Problems that wait for a notice. */
  async record(ids: readonly string[], now: number): Promise<void> {
    const entries = ids.map((id) => ({ row: problem(id, now), shownTo: '' }));
    this.#head = await this.#db.transaction().execute(async (tx) => {
      const version = await takeVersions(tx, OFFICE_ID);
      await this.#books.rows.write(tx, 'finding', entries, version);
      return version;
    });
  }

  async lines(year: number): Promise<RegisterLine[]> {
    const entries = await this.#books.register.readYear(this.#db, year, 1_000_000);
    return entries.map(({ client, notice_id, ...entry }) => ({
      ...entry,
      holder: client,
      noticeId: notice_id,
    }));
  }

  async series(): Promise<readonly (Series & { readonly year: number })[]> {
    return this.#books.register.readSeries(this.#db);
  }

  notices(): readonly IssuedNotice[] {
    return this.#disk
      .prepare<unknown[], IssuedNotice>(
        'select id, state, number, issued_at as issuedAt from notice',
      )
      .all();
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}

/** The same few statements are run a hundred thousand times. */
function remembering(disk: Sqlite.Database) {
  const known = new Map<string, Sqlite.Statement<unknown[]>>();
  return {
    close: () => disk.close(),
    prepare(text: string): Sqlite.Statement<unknown[]> {
      const statement = known.get(text) ?? disk.prepare<unknown[]>(text);
      known.set(text, statement);
      return statement;
    },
  };
}

function problem(id: string, at: number): RowOf['finding'] {
  return {
    id,
    roundId: 'R1',
    teamId: 'T1',
    pointId: 'P1',
    pointName: '示例社区P1',
    inspectionId: null,
    itemId: null,
    text: '路面有积水',
    count: null,
    unitId: 'U01',
    deadline: { kind: 'immediate' },
    state: 'recorded',
    noticeId: null,
    dueAt: null,
    rework: 0,
    photoCount: 0,
    repliedAt: null,
    acceptedAt: null,
    closedAt: null,
    closing: null,
    shelf: null,
    mergedInto: null,
    extensionId: null,
    urge: null,
    place: null,
    by: 'account-i1',
    byName: '督查员一',
    recordedAt: at,
    changedAt: at,
  };
}
