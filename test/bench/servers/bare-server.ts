/** The server under the floors: an appended and flushed file, or one SQLite transaction, and nothing else. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bodyOf, listen, sendJson } from './site.ts';

export function serve(pages: string, folder: string): void {
  const log = openSync(join(folder, 'log'), 'a');
  process.once('exit', () => closeSync(log));
  const db = new Database(join(folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE deed (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
  const insert = db.prepare('INSERT INTO deed VALUES (?, ?)');
  const keep = db.transaction((deeds: readonly { id: string }[]) => {
    for (const deed of deeds) insert.run(deed.id, JSON.stringify(deed));
  });
  const rows = new Map<string, Buffer>();

  listen(pages, async (request, response) => {
    const path = request.url ?? '';
    const body = await bodyOf(request);
    if (path === '/append') {
      writeSync(log, body);
      fsyncSync(log);
      sendJson(response, { taken: [] });
    } else if (path === '/keep') {
      const deeds: { id: string }[] = JSON.parse(body.toString('utf8'));
      keep(deeds);
      sendJson(response, { taken: deeds.map(({ id }) => id) });
    } else if (path.startsWith('/rows/') && request.method === 'PUT') {
      rows.set(path, body);
      sendJson(response, {});
    } else {
      response.setHeader('content-type', 'application/json');
      response.end(rows.get(path) ?? '{}');
    }
  });
}
