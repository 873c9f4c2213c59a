/**
 * The office's writers, one after another. Pushes that wait together are one
 * transaction, so fifty tablets coming back at once cost a few disk flushes, not
 * fifty. Where one deed makes the server fail, it alone bears it.
 */
import { setImmediate } from 'node:timers/promises';
import { type PushedMutation, type SyncResult, settledReport } from '../../protocol/sync.ts';
import type { Store } from '../store/store.ts';
import { isEnvironment } from '../store/store-error.ts';
import type { Books } from './books.ts';
import { type Push, type PushAnswer, runPushes } from './push.ts';
import { countFailure } from './stuck.ts';

/** Rows of one version are never split over two pages of a pull, so a version stays small. */
const DEEDS_AT_ONCE = 1000;

/** Turns of the event loop that a request takes from its first byte to this queue. */
const GATHER_TURNS = 3;

interface Waiting {
  readonly push: Push;
  settle(answer: PushAnswer): void;
  fail(error: unknown): void;
}

export interface QueueParts {
  readonly store: Store;
  readonly books: Books;
  readonly now: () => number;
  /** After a commit that changed rows. */
  readonly changed: (version: number) => void;
}

export class PushQueue {
  readonly #parts: QueueParts;
  readonly #waiting: Waiting[] = [];
  #draining: Promise<void> | null = null;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  submit(push: Push): Promise<PushAnswer> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ push, settle, fail });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves once nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      await this.#serve(this.#next());
    }
    this.#draining = null;
  }

  /** Lets the requests that have arrived meanwhile join, as long as more of them do. */
  async #gather(): Promise<void> {
    for (let before = 0; before < this.#waiting.length; ) {
      before = this.#waiting.length;
      for (let turn = 0; turn < GATHER_TURNS; turn += 1) await setImmediate();
    }
  }

  #next(): Waiting[] {
    let deeds = 0;
    const fits = this.#waiting.findIndex(({ push }) => {
      deeds += push.mutations.length;
      return deeds > DEEDS_AT_ONCE;
    });
    return this.#waiting.splice(0, fits === -1 ? this.#waiting.length : Math.max(1, fits));
  }

  async #serve(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#commit(batch.map(({ push }) => push));
      batch.forEach((waiting, i) => {
        const answer = answers[i];
        if (answer) waiting.settle(answer);
      });
    } catch (error) {
      if (batch.length > 1 && !isEnvironment(error)) {
        for (const waiting of batch) await this.#serve([waiting]);
        return;
      }
      for (const waiting of batch) await this.#serveAlone(waiting, error);
    }
  }

  async #serveAlone({ push, settle, fail }: Waiting, error: unknown): Promise<void> {
    if (isEnvironment(error)) return fail(error);
    try {
      settle(await this.#oneByOne(push));
    } catch (failure) {
      fail(failure);
    }
  }

  /** Commits what goes before the deed that fails, and counts the failure against that deed. */
  async #oneByOne(push: Push): Promise<PushAnswer> {
    const results: SyncResult[] = [];
    let answer: PushAnswer = await this.#commitOne({ ...push, mutations: [] });
    const before = answer.ok ? answer.before : 0;
    for (const mutation of push.mutations) {
      const report = settledReport(push.report, results);
      answer = await this.#tryDeed({ ...push, report }, mutation);
      if (!answer.ok) return answer;
      results.push(...answer.results);
      if (answer.gap) break;
    }
    return answer.ok ? { ...answer, results, before } : answer;
  }

  async #tryDeed(push: Push, mutation: PushedMutation): Promise<PushAnswer> {
    const alone = { ...push, mutations: [mutation] };
    try {
      return await this.#commitOne(alone);
    } catch (error) {
      if (isEnvironment(error)) throw error;
      const { store, books } = this.#parts;
      const setAside = await countFailure(store, books, push.clientId, mutation.seq);
      if (!setAside) throw error;
      return this.#commitOne(alone);
    }
  }

  async #commitOne(push: Push): Promise<PushAnswer> {
    const [answer] = await this.#commit([push]);
    if (!answer) throw new Error('a push got no answer');
    return answer;
  }

  async #commit(pushes: readonly Push[]): Promise<readonly PushAnswer[]> {
    const { store, books, now, changed } = this.#parts;
    const run = await store.db.transaction().execute((tx) => runPushes(tx, books, pushes, now()));
    if (run.version !== null) changed(run.version);
    return run.answers;
  }
}
