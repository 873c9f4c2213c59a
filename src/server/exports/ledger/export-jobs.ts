/**
 * How far each export has come, told to whoever asked for it while it is written. Kept by the
 * process that writes it, and for a while after: the download itself needs none of this.
 */
import type { ExportProgress } from '../../../protocol/ledger.ts';
import { Failure } from '../../http/failure.ts';

/** Each reads the store for seconds: more at once help nobody. */
const MOST_WRITING = 4;
const KEPT_MS = 10 * 60_000;

interface Job {
  readonly total: number;
  state: ExportProgress['state'];
  written: number;
  photos: number;
  bytes: number;
  endedAt: number | null;
  stop: () => void;
}

export interface Reporter {
  rows(count: number): void;
  photo(): void;
  bytes(count: number): void;
  /** What ends the writing where it is cancelled. */
  stopWith(stop: () => void): void;
  ended(state: 'done' | 'failed'): void;
}

export class ExportJobs {
  readonly #jobs = new Map<string, Job>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  begin(accountId: string, id: string, total: number): Reporter {
    this.#forget();
    const writing = [...this.#jobs.values()].filter(({ state }) => state === 'writing').length;
    if (writing >= MOST_WRITING) throw new Failure('export-busy');
    const job: Job = {
      total,
      state: 'writing',
      written: 0,
      photos: 0,
      bytes: 0,
      endedAt: null,
      stop: () => undefined,
    };
    this.#jobs.set(keyOf(accountId, id), job);
    return {
      rows: (count) => {
        job.written += count;
      },
      photo: () => {
        job.photos += 1;
      },
      bytes: (count) => {
        job.bytes += count;
      },
      stopWith: (stop) => {
        job.stop = stop;
      },
      ended: (state) => {
        if (job.state !== 'writing') return;
        job.state = state;
        job.endedAt = this.#now();
      },
    };
  }

  /** Null for one that this process does not know. */
  progress(accountId: string, id: string): ExportProgress | null {
    const job = this.#jobs.get(keyOf(accountId, id));
    if (!job) return null;
    const { state, written, total, photos, bytes } = job;
    return { state, written, total, photos, bytes };
  }

  cancel(accountId: string, id: string): void {
    const job = this.#jobs.get(keyOf(accountId, id));
    if (job?.state !== 'writing') return;
    job.state = 'cancelled';
    job.endedAt = this.#now();
    job.stop();
  }

  #forget(): void {
    const before = this.#now() - KEPT_MS;
    for (const [key, { endedAt }] of this.#jobs) {
      if (endedAt !== null && endedAt < before) this.#jobs.delete(key);
    }
  }
}

function keyOf(accountId: string, id: string): string {
  return `${accountId}/${id}`;
}
