/** PouchDB as it comes: its own IndexedDB adapter and CouchDB's replication. */
import PouchDB from 'pouchdb';
import { answer, batchSize, param, present, timeSaves } from './subject.ts';

const remote = `${location.origin}/db/${param('set')}`;
const options = () => {
  const size = batchSize();
  return size === undefined ? {} : { batch_size: size };
};

let local: PouchDB | null = null;
let made = 0;

present({
  async prepare(work) {
    const db = new PouchDB('work');
    await db.bulkDocs(work.map(({ id, name, args }) => ({ _id: id, name, args })));
    local = db;
    made = work.length;
  },
  async reconnect() {
    if (!local) throw new Error('nothing was prepared');
    const began = performance.now();
    const { ok, docs_written } = await local.replicate.to(remote, options());
    const ms = performance.now() - began;
    if (!ok || docs_written !== made) throw new Error(`${docs_written} of ${made} were written`);
    return ms;
  },
  async download() {
    const began = performance.now();
    const db = new PouchDB('rows');
    const { ok } = await db.replicate.from(remote, options());
    await db.get(param('first'));
    const ms = performance.now() - began;
    const { doc_count } = await db.info();
    if (!ok || doc_count !== Number(param('rows'))) throw new Error(`${doc_count} rows arrived`);
    return ms;
  },
  async save(count) {
    const db = new PouchDB('taps');
    return timeSaves(count, () => {
      const { id, ...facts } = answer();
      return db.put({ _id: id, ...facts });
    });
  },
});
