/**
 * What the server does by itself: each job runs alone, every so often and when it is
 * asked to. A job that fails is logged and runs again at its next turn.
 */
import type { Log } from '../http/log.ts';

export interface Job {
  readonly name: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

export class Scheduler {
  readonly #log: Log;
  readonly #jobs = new Map<string, Running>();
  #closed = false;

  constructor(log: Log) {
    this.#log = log;
  }

  add(job: Job): void {
    this.#jobs.set(job.name, new Running(job, this.#log));
  }

  start(): void {
    for (const job of this.#jobs.values()) job.start();
  }

  /** Runs a job soon, and once more where it is under way. */
  ask(name: string): void {
    if (!this.#closed) this.#jobs.get(name)?.ask();
  }

  /** Resolves once nothing of it is under way or asked for. */
  async idle(): Promise<void> {
    for (const job of this.#jobs.values()) await job.idle();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#jobs.values()) job.stop();
    await this.idle();
  }
}

/** A burst of changes is one run. */
const GATHER_MS = 250;

class Running {
  readonly #job: Job;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;
  #soon: NodeJS.Timeout | null = null;
  #again = false;
  #under: Promise<void> | null = null;

  constructor(job: Job, log: Log) {
    this.#job = job;
    this.#log = log;
  }

  start(): void {
    this.#timer = setInterval(() => this.#run(), this.#job.everyMs).unref();
    this.ask();
  }

  ask(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = null;
      this.#run();
    }, GATHER_MS).unref();
  }

  async idle(): Promise<void> {
    if (this.#soon) {
      clearTimeout(this.#soon);
      this.#soon = null;
      this.#run();
    }
    while (this.#under) await this.#under;
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    if (this.#soon) clearTimeout(this.#soon);
    this.#soon = null;
    this.#again = false;
  }

  #run(): void {
    if (this.#under) {
      this.#again = true;
      return;
    }
    this.#under = this.#once().finally(() => {
      this.#under = null;
      if (!this.#again) return;
      this.#again = false;
      this.#run();
    });
  }

  async #once(): Promise<void> {
    try {
      await this.#job.run();
    } catch (error) {
      this.#log.error({ err: error, job: this.#job.name }, 'job failed');
    }
  }
}
