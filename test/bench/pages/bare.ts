/**
 * The floors, by hand and with nothing to spare: `floor=a` one POST that the
 * server appends and flushes; `b` one POST into one SQLite transaction; `c` that,
 * from an IndexedDB outbox which the answer clears.
 */
import type { Rows } from '../city.ts';
import type { Deed } from '../work.ts';
import { openStores, settled, strictly } from './idb.ts';
import { answer, param, present, timeSaves } from './subject.ts';

interface OutboxRow {
  readonly seq: number;
  readonly deed: Deed;
}

let work: readonly Deed[] = [];
let outbox: IDBDatabase | null = null;

present({
  async prepare(given) {
    work = given;
    const db = await openStores('bare', ['outbox'], 'seq');
    await strictly(db, 'outbox', (tx) => {
      for (const [nth, deed] of given.entries())
        tx.objectStore('outbox').put({ seq: nth + 1, deed });
    });
    outbox = db;
  },
  async reconnect() {
    const began = performance.now();
    if (param('floor') === 'a') await post('/append', work);
    else if (param('floor') === 'b') await post('/keep', work);
    else await emptyOutbox();
    return performance.now() - began;
  },
  async download() {
    const began = performance.now();
    const rows: Rows = await (await fetch(`/rows/${param('set')}`)).json();
    const tables = Object.keys(rows);
    const db = await openStores('rows', tables, 'id');
    await strictly(db, tables, (tx) => {
      for (const [table, some] of Object.entries(rows)) {
        const store = tx.objectStore(table);
        for (const row of some ?? []) store.put(row);
      }
    });
    await settled(
      db
        .transaction('point')
        .objectStore('point')
        .get(rows.point?.[0]?.id ?? ''),
    );
    return performance.now() - began;
  },
  async save(count) {
    const db = await openStores('taps', ['rows'], 'id');
    const times = await timeSaves(count, () =>
      strictly(db, 'rows', (tx) => tx.objectStore('rows').put(answer())),
    );
    db.close();
    return times;
  },
});

async function emptyOutbox(): Promise<void> {
  if (!outbox) throw new Error('nothing was prepared');
  const rows: OutboxRow[] = await settled(
    outbox.transaction('outbox').objectStore('outbox').getAll(),
  );
  const { taken } = await post(
    '/keep',
    rows.map(({ deed }) => deed),
  );
  if (taken.length !== rows.length) throw new Error('not all was taken');
  await strictly(outbox, 'outbox', (tx) => tx.objectStore('outbox').clear());
}

async function post(path: string, body: unknown): Promise<{ taken: string[] }> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
