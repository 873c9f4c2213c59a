import type { FontStore } from './fonts/font-store.ts';
import type { Log } from './http/log.ts';
import type { Tiles } from './http/tiles.ts';
import type { Scheduler } from './jobs/scheduler.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Bells } from './notify/bells.ts';
import type { Db } from './store/database.ts';
import type { Standing } from './store/office-lock.ts';
import type { Rows } from './store/rows.ts';
import type { Store } from './store/store.ts';
import type { Books } from './sync/books.ts';
import type { PageMemo } from './sync/page-memo.ts';
import type { Pokes } from './sync/pokes.ts';
import type { PushQueue } from './sync/push-queue.ts';
import type { RowTexts } from './sync/row-texts.ts';

/** What the routes of one running office share. */
export interface Context {
  readonly store: Store;
  readonly officeId: string;
  readonly books: Books;
  readonly rows: Rows;
  /** Where the office stands. */
  readonly head: (db: Db) => Promise<Standing>;
  readonly queue: PushQueue;
  readonly pokes: Pokes;
  readonly bells: Bells;
  /** Whether a device may be reached there. */
  readonly isPushService: (endpoint: URL) => boolean;
  /** What the server does by itself. */
  readonly jobs: Scheduler;
  readonly texts: RowTexts;
  readonly pages: PageMemo;
  readonly tiles: Tiles;
  /** Those of the box and the office's own. */
  readonly fonts: FontStore;
  readonly ledger: Ledger;
  /** SHA-256 of the PDF that a notice's record gives; null where it can't be made (again). */
  readonly paperDigest: (noticeId: string) => Promise<string | null>;
  readonly log: Log;
  readonly now: () => number;
  /** What the server listens on. */
  readonly host: string;
  readonly dataDir: string;
  readonly clientDir: string;
  readonly version: string;
}
