/** CouchDB's protocol by express-pouchdb over LevelDB, each batch flushed to the disk before it is answered. */
import { join } from 'node:path';
import expressPouchdb from 'express-pouchdb';
import leveldown from 'leveldown';
import PouchDB from 'pouchdb';
import { listen } from './site.ts';

export function serve(pages: string, folder: string): void {
  const Durable = PouchDB.defaults({ prefix: `${join(folder, 'db')}-`, db: durableLevel });
  const couch = expressPouchdb(Durable, {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: join(folder, 'log'),
  });
  listen(pages, (request, response) => {
    // Mounted under /db, as a router of express would do it.
    request.url = (request.url ?? '').replace(/^\/db/, '') || '/';
    couch(request, response);
  });
}

/** LevelDB by itself answers before the disk has it; the other servers do not. */
function durableLevel(location: string) {
  const level = leveldown(location);
  const batch = level._batch;
  level._batch = (operations, options, done) =>
    batch.call(level, operations, { ...options, sync: true }, done);
  return level;
}
durableLevel.destroy = leveldown.destroy;
