/** RxDB with its Dexie storage, replicating over plain HTTP by handlers as its manual shows them. */
import { createRxDatabase, type RxCollection } from 'rxdb';
import { type Checkpoint, replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { answer, batchSize, param, present, timeSaves } from './subject.ts';

const remote = `/rx/${param('set')}`;

let taps: RxCollection | null = null;
let going: { replication: ReturnType<typeof replicate>; collection: RxCollection } | null = null;

present({
  async prepare(work) {
    const collection = await openCollection();
    const replication = replicate(collection);
    await replication.start();
    await replication.awaitInSync();
    await replication.pause();
    await collection.bulkInsert(work.map(({ id, name, args }) => ({ id, name, body: args })));
    going = { replication, collection };
  },
  async reconnect() {
    if (!going) throw new Error('nothing was prepared');
    const { replication } = going;
    const began = performance.now();
    await replication.start();
    await replication.awaitInSync();
    return performance.now() - began;
  },
  async download() {
    const began = performance.now();
    const collection = await openCollection();
    const replication = replicate(collection);
    await replication.start();
    await replication.awaitInitialReplication();
    await collection.findOne(param('first')).exec();
    const ms = performance.now() - began;
    const rows = await collection.count().exec();
    if (rows !== Number(param('rows'))) throw new Error(`${rows} rows arrived`);
    return ms;
  },
  async save(count) {
    taps ??= await openCollection();
    const collection = taps;
    return timeSaves(count, () => {
      const { id, ...body } = answer();
      return collection.insert({ id, name: 'answer', body });
    });
  },
});

async function openCollection(): Promise<RxCollection> {
  const db = await createRxDatabase({ name: 'bench', storage: getRxStorageDexie() });
  const { docs } = await db.addCollections({
    docs: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: {
          id: { type: 'string', maxLength: 100 },
          name: { type: 'string' },
          body: { type: 'object' },
        },
        required: ['id', 'name', 'body'],
      },
    },
  });
  return docs;
}

function replicate(collection: RxCollection) {
  const size = batchSize();
  const batch = size === undefined ? {} : { batchSize: size };
  return replicateRxCollection({
    collection,
    replicationIdentifier: remote,
    live: true,
    autoStart: false,
    // One page alone: nobody else is there to lead.
    waitForLeadership: false,
    push: {
      ...batch,
      handler: async (rows) => {
        const answer = await fetch(remote, { method: 'POST', body: JSON.stringify(rows) });
        return answer.json();
      },
    },
    pull: {
      ...batch,
      handler: async (checkpoint: Checkpoint | undefined, limit) => {
        const answer = await fetch(`${remote}?after=${checkpoint?.seq ?? 0}&limit=${limit}`);
        return answer.json();
      },
    },
  });
}
