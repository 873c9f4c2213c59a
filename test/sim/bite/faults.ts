/**
 * Mistakes that a hurried person might make, each put into the program alone to
 * see whether the simulation finds it. `npm run soak -- --bite` does so in a copy.
 */
export interface Edit {
  readonly file: string;
  /** Stands there once; else the list has to follow the program. */
  readonly find: string;
  readonly put: string;
}

export interface Fault {
  /** What was done wrong. */
  readonly name: string;
  readonly edits: readonly Edit[];
}

export function fault(name: string, file: string, find: string, put: string): Fault {
  return { name, edits: [{ file, find, put }] };
}

const STORE = 'src/client/store';
const SYNC = 'src/client/sync';
const SERVER = 'src/server/sync';

export const FAULTS: readonly Fault[] = [
  {
    name: 'the version is taken before the transaction that writes under it',
    edits: [
      {
        file: `${SERVER}/push.ts`,
        find: 'await lockOffice(tx, books.officeId, 1)',
        put: 'taken',
      },
      {
        file: `${SERVER}/push.ts`,
        find: '  now: number,\n): Promise<PushRun> {',
        put: '  now: number,\n  taken: Awaited<ReturnType<typeof lockOffice>>,\n): Promise<PushRun> {',
      },
      {
        file: `${SERVER}/push-queue.ts`,
        find: 'const run = await store.db.transaction().execute((tx) => runPushes(tx, books, pushes, now()));',
        put: 'const taken = await lockOffice(store.db, books.officeId, 1);\n    const run = await store.db.transaction().execute((tx) => runPushes(tx, books, pushes, now(), taken));',
      },
      {
        file: `${SERVER}/push-queue.ts`,
        find: "import { countFailure } from './stuck.ts';",
        put: "import { countFailure } from './stuck.ts';\nimport { lockOffice } from '../store/office-lock.ts';",
      },
    ],
  },
  {
    name: 'a push is acknowledged before it is committed',
    edits: [
      {
        file: `${SERVER}/push-queue.ts`,
        find: 'const run = await store.db.transaction().execute((tx) => runPushes(tx, books, pushes, now()));',
        put: 'let run: Awaited<ReturnType<typeof runPushes>> | null = null;\n    try {\n      await store.db.transaction().execute(async (tx) => {\n        run = await runPushes(tx, books, pushes, now());\n      });\n    } catch (error) {\n      if (!run) throw error;\n    }',
      },
    ],
  },
  fault(
    'pending work is not done again on top of a pull',
    `${STORE}/rebase.ts`,
    'for (const row of pending) if (run) await again(author, row, work, run);',
    '',
  ),
  fault(
    'a number that was used is taken as free again when the office still lists it',
    `${STORE}/numbers.ts`,
    "if (!held.has(id)) stores.put('lease', { ...lease, id, used: 0 });",
    "stores.put('lease', { ...lease, id, used: 0 });",
  ),
  fault(
    'the number is used up after the notice, in a transaction of its own',
    `${STORE}/issue.ts`,
    "if (drawn) stores.put('lease', { ...drawn, used: 1 });",
    'if (drawn) setTimeout(() => author.db.lease.put({ ...drawn, used: 1 }), 5);',
  ),
  fault(
    'the server does not keep the place that it has taken',
    `${SERVER}/run.ts`,
    'state = { ...state, last_seq: mutation.seq };',
    '',
  ),
  fault(
    'the outbox is emptied by any answer that is 200',
    `${STORE}/acknowledge.ts`,
    'if (!answer) pending.push(row);\n    else if',
    'if (!answer) continue;\n    if',
  ),
  fault(
    'deeds are settled before the pages with their effects have come',
    `${SYNC}/rounds.ts`,
    'results: response.more ? [] : results',
    'results',
  ),
  fault(
    'a place is counted from the outbox, not from the head',
    `${STORE}/mutate.ts`,
    'const seq = head.lastSeq + 1;',
    "const seq = (await stores.count('outbox')) + 1;",
  ),
  fault(
    'a late answer puts the head back',
    `${STORE}/apply-answer.ts`,
    'lastSeq: Math.max(head.lastSeq, answer.lastSeq)',
    'lastSeq: answer.lastSeq',
  ),
  fault(
    'the cursor is stored before the rows',
    `${STORE}/apply-answer.ts`,
    '    return await transact(author.db, scope,',
    "    await transact(author.db, ['meta'], async (stores) => writeFacts(stores, { cursor: answer.cursor }));\n    return await transact(author.db, scope,",
  ),
  fault(
    'a place that was taken is run again',
    `${SERVER}/run.ts`,
    'if (mutation.seq <= state.last_seq) {',
    'if (mutation.seq < 0) {',
  ),
  fault(
    'a refused deed is dropped',
    `${STORE}/acknowledge.ts`,
    "for (const row of refused) stores.put('refused', row);",
    '',
  ),
  fault(
    'the number of a refused notice is forgotten',
    `${SERVER}/run.ts`,
    'if (number) await desk.voidRefused(client.id, number, why);',
    '',
  ),
  fault(
    'a photo is marked as arrived when its connection breaks',
    `${SYNC}/photo-queue.ts`,
    "if (delivery.kind === 'done') {",
    "if (delivery.kind === 'done' || delivery.kind === 'offline') {",
  ),
  fault(
    'a photo is sent though the office has it',
    `${SYNC}/photo-queue.ts`,
    "if (there) return { kind: 'done' };",
    '',
  ),
  fault(
    'what lay under the first pending deed is not kept',
    `${STORE}/pre-images.ts`,
    "stores.add('base', { key, table, id: row.id, row: before[nth] ?? null });",
    '',
  ),
  fault(
    'a pull that starts anew clears the outbox',
    `${STORE}/rebase.ts`,
    "  stores.clear('base');\n}",
    "  stores.clear('base');\n  stores.clear('outbox');\n}",
  ),
  fault(
    'what comes into a unit’s sight keeps its old version',
    `${SERVER}/reshow.ts`,
    'await showTo(tx, officeId, now, some, version);',
    'await showTo(tx, officeId, now, some, 0);',
  ),
  fault(
    'a deed’s effect commits without its outbox row',
    `${STORE}/mutate.ts`,
    "stores.add('outbox', { seq, name, args, at, offset, title });",
    'setTimeout(() => db.outbox.add({ seq, name, args, at, offset, title }), 5);',
  ),
  fault(
    'a tab goes on believing what it knew before a pull',
    `${STORE}/memory.ts`,
    'if (known?.generation === generation) {',
    'if (known) {',
  ),
  fault(
    'a page of one scope is given to another',
    `${SERVER}/pull.ts`,
    'return pages.find(now.head, writeCursor(scope, now.epoch, from ?? -1), () => {',
    'return pages.find(now.head, String(from ?? -1), () => {',
  ),
  {
    name: 'anyone may push in anyone’s name',
    edits: [
      {
        file: `${SERVER}/run.ts`,
        find: "if (client.account_id !== actor.accountId) return { ok: false, code: 'client-not-yours' };",
        put: '',
      },
      {
        file: `${SERVER}/exchange.ts`,
        find: "if (accountId !== actor.accountId) throw new Failure('client-not-yours');",
        put: '',
      },
    ],
  },
  fault(
    'a write that finds no room passes for saved',
    `${STORE}/transact.ts`,
    "tx.onabort = () => reject(tx.error ?? new DOMException('aborted', 'AbortError'));",
    'tx.onabort = () => resolve();',
  ),
  fault(
    'a photo is let go of before it has arrived',
    `${STORE}/named-photos.ts`,
    "if (row?.state !== 'held') continue;",
    'if (!row) continue;',
  ),
  fault(
    'what is accepted is counted again when the answer is lost',
    `${STORE}/apply-answer.ts`,
    'accepted: (facts.accepted ?? 0) + taken.accepted,',
    'accepted: (facts.accepted ?? 0) + answer.results.length,',
  ),
  fault(
    'a draft goes before its deed is saved',
    `${STORE}/drafts.ts`,
    '    outcome = draft.amends',
    "    await transact(db, ['draft'], async (stores) => stores.delete('draft', id));\n    outcome = draft.amends",
  ),
  fault(
    'a problem of a refused notice passes for signed for',
    'src/protocol/mutations/delivery.ts',
    "isTaken(wayOf(how)) ? 'acknowledge'",
    "wayOf(how).length > 0 ? 'acknowledge'",
  ),
  fault(
    'the photo of a receipt is not shown to the unit',
    `${SERVER}/write-taken.ts`,
    "noticeId === '' ? shownOf(overlay, shownTo, findingId) : unitId",
    'shownOf(overlay, shownTo, findingId === noticeId ? unitId : findingId)',
  ),
  fault(
    'a refused deed is left out of the chain of history',
    `${SERVER}/run.ts`,
    'this.#chain.deed(entry, touched);',
    'if (outcome.ok) this.#chain.deed(entry, touched);',
  ),
  fault(
    'a deed hands on to the chain but the first row that it has put',
    `${SERVER}/run.ts`,
    'touched = overlay.take();',
    'touched = overlay.take().slice(0, 1);',
  ),
];
