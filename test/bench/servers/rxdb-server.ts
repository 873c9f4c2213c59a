/** A small server for RxDB's replication: the same documents, kept durably in SQLite before it answers. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bodyOf, listen, sendJson } from './site.ts';

interface Doc {
  readonly id: string;
}

interface PushedRow {
  readonly newDocumentState: Doc;
  readonly assumedMasterState?: Doc;
}

export function serve(pages: string, folder: string): void {
  const db = new Database(join(folder, 'rxdb.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE doc (seq INTEGER PRIMARY KEY AUTOINCREMENT, of TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (of, id))',
  );
  db.exec('CREATE INDEX doc_of ON doc (of, seq)');
  const find = db.prepare<[string, string], { body: string }>(
    'SELECT body FROM doc WHERE of = ? AND id = ?',
  );
  const write = db.prepare('INSERT OR REPLACE INTO doc (of, id, body) VALUES (?, ?, ?)');
  const after = db.prepare<[string, number, number], { seq: number; body: string }>(
    'SELECT seq, body FROM doc WHERE of = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const push = db.transaction((of: string, rows: readonly PushedRow[]) =>
    rows.flatMap(({ newDocumentState, assumedMasterState }) => {
      const known = find.get(of, newDocumentState.id);
      if (known && known.body !== JSON.stringify(assumedMasterState))
        return [JSON.parse(known.body)];
      write.run(of, newDocumentState.id, JSON.stringify(newDocumentState));
      return [];
    }),
  );

  listen(pages, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const of = pathname.slice('/rx/'.length);
    if (request.method === 'POST') {
      const rows: PushedRow[] = JSON.parse((await bodyOf(request)).toString('utf8'));
      sendJson(response, push(of, rows));
      return;
    }
    const from = Number(searchParams.get('after'));
    const found = after.all(of, from, Number(searchParams.get('limit')));
    const documents = found.map(({ body }) => JSON.parse(body));
    sendJson(response, { documents, checkpoint: { seq: found.at(-1)?.seq ?? from } });
  });
}
