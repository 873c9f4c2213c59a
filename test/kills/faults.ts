/**
 * What a program would do wrong that does not survive being killed, each put into
 * it alone. `npm run soak -- --kills 30 --seed 1 --bite` does so in a copy.
 */
import { type Fault, fault } from '../sim/bite/faults.ts';

const STORE = 'src/client/store';
const PHOTOS = 'src/client/sync/photo-queue.ts';

export const FAULTS: readonly Fault[] = [
  fault(
    'a deed goes into the outbox a moment after its effect',
    `${STORE}/mutate.ts`,
    "stores.add('outbox', { seq, name, args, at, offset, title });",
    'setTimeout(() => db.outbox.add({ seq, name, args, at, offset, title }), 100);',
  ),
  fault(
    'a number is used up a moment after its notice is issued',
    `${STORE}/issue.ts`,
    "if (drawn) stores.put('lease', { ...drawn, used: 1 });",
    'const used = drawn;\n      if (used) setTimeout(() => author.db.lease.put({ ...used, used: 1 }), 100);',
  ),
  fault(
    'a draft goes before its deed is saved',
    `${STORE}/drafts.ts`,
    '    outcome = draft.amends',
    "    await transact(db, ['draft'], async (stores) => stores.delete('draft', id));\n    outcome = draft.amends",
  ),
  fault(
    'the outbox is emptied when it is sent, not when it is answered',
    'src/client/sync/rounds.ts',
    'const sentAt = author.now();',
    'await author.db.outbox.clear();\n    const sentAt = author.now();',
  ),
  fault(
    'the cursor is stored before the rows',
    `${STORE}/apply-answer.ts`,
    '    return await transact(author.db, scope,',
    "    await transact(author.db, ['meta'], async (stores) => writeFacts(stores, { cursor: answer.cursor }));\n    return await transact(author.db, scope,",
  ),
  fault(
    'a photo counts as arrived from when its upload begins',
    PHOTOS,
    "await mark(db, sha256, { state: 'uploading', error: '' });",
    "await mark(db, sha256, { state: 'arrived', error: '' });",
  ),
  fault(
    'a photo counts as arrived when its connection breaks',
    PHOTOS,
    "if (delivery.kind === 'done') {",
    "if (delivery.kind === 'done' || delivery.kind === 'offline') {",
  ),
  fault(
    'the server acknowledges a push before it is committed',
    'src/server/sync/push-queue.ts',
    'const run = await store.db.transaction().execute((tx) => runPushes(tx, books, pushes, now()));',
    'const run = await new Promise<Awaited<ReturnType<typeof runPushes>>>((settle, fail) => {\n      store.db.transaction().execute(async (tx) => {\n        settle(await runPushes(tx, books, pushes, now()));\n        await new Promise((late) => setTimeout(late, 100));\n      }).catch(fail);\n    });',
  ),
  fault(
    'the server runs a place again that was taken',
    'src/server/sync/run.ts',
    'if (mutation.seq <= state.last_seq) {',
    'if (mutation.seq < 0) {',
  ),
  fault(
    'the server puts an upload together in memory',
    'src/server/blobs/upload-store.ts',
    "const file = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset });",
    "const file = createWriteStream(this.pathOf(id), { flags: 'w', start: offset });",
  ),
  {
    name: 'the server books a photo, then writes it under its name',
    edits: [
      {
        file: 'src/server/blobs/photo-intake.ts',
        find: 'const verdict = await blobs.take(file, sha256);',
        put: 'await recordArrival(store, officeId, { sha256, bytes, by, at: now() }, async () => true);\n    const verdict = await blobs.take(file, sha256);',
      },
      {
        file: 'src/server/blobs/blob-store.ts',
        find: 'await rename(file, place);',
        put: 'for (const share of [0.5, 1]) {\n      const disk = await open(place, "w");\n      await disk.write(bytes.subarray(0, bytes.length * share));\n      await disk.close();\n      await new Promise((later) => setTimeout(later, 200));\n    }\n    await rename(file, place);',
      },
    ],
  },
];
