/**
 * What has changed since a cursor, in whole versions: a page ends where a
 * version ends, so a client never holds half of what was written together.
 */
import type { TableName } from '../../protocol/rows/index.ts';
import type { Db } from '../store/database.ts';
import type { Head } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { PageMemo } from './page-memo.ts';
import { departedBetween, findPage, type Reading, readTexts } from './pull-queries.ts';
import type { RowTexts } from './row-texts.ts';
import type { Scope } from './scope.ts';

export interface Pulled {
  /** The `patch` of a SyncResponse, as JSON in UTF-8: encoded once for all who get it. */
  readonly patch: Buffer;
  readonly cursor: string;
  readonly more: boolean;
}

export interface PullParts {
  readonly store: Store;
  readonly officeId: string;
  readonly head: (db: Db) => Promise<Head>;
  readonly texts: RowTexts;
  readonly pages: PageMemo;
}

const NOTHING = Buffer.from('{"reset":false,"puts":{},"dels":[]}');

export async function pull(
  { store, officeId, head, texts, pages }: PullParts,
  scope: Scope,
  cursor: string | null,
): Promise<Pulled> {
  const now = await head(store.db);
  const from = readCursor(cursor, scope, now);
  if (cursor !== null && from === now.head) return { patch: NOTHING, cursor, more: false };
  const { dialect } = store;
  return pages.find(now.head, writeCursor(scope, now.epoch, from ?? -1), () => {
    const transaction = store.db.transaction();
    const snapshot =
      dialect === 'postgresql' ? transaction.setIsolationLevel('repeatable read') : transaction;
    // Where something was committed meanwhile, the page is of that later version: as good to all.
    return snapshot.execute(async (tx) =>
      readPage({ tx, dialect, officeId, scope, texts }, await head(tx), cursor),
    );
  });
}

async function readPage(reading: Reading, head: Head, cursor: string | null): Promise<Pulled> {
  const { scope } = reading;
  const known = readCursor(cursor, scope, head);
  const from = known ?? 0;
  const page = await findPage(reading, from, head.head);
  const puts: string[] = [];
  for (const [table, changes] of page.changes) {
    const rows = await readTexts(reading, table, changes, from, page.to);
    puts.push(`"${table}":[${rows.join(',')}]`);
  }
  const dels =
    known !== null && scope.kind === 'unit'
      ? await departedBetween(reading, scope.unitId, from, page.to)
      : [];
  const isPut = (table: TableName, id: string) =>
    page.changes.get(table)?.some((change) => change.id === id) ?? false;
  // What left and came back is there.
  const left = dels.filter(({ table, id }) => !isPut(table, id));
  const patch = `{"reset":${known === null},"puts":{${puts.join(',')}},"dels":${JSON.stringify(left)}}`;
  return {
    patch: Buffer.from(patch),
    cursor: writeCursor(scope, head.epoch, page.to),
    more: page.to < head.head,
  };
}
