/** What a page under measurement can do; the bench calls it from outside. */
import type { Deed } from '../work.ts';

export interface Subject {
  /** Makes a fresh store that holds the work, done without a network. */
  prepare(work: readonly Deed[]): Promise<void>;
  /** From the network's return until everything is acknowledged and that is kept (ms). */
  reconnect(): Promise<number>;
  /** From nothing until the office's rows are stored and one of them has been read back (ms). */
  download(): Promise<number>;
  /** Saves so many small records one by one, each durably, with a pause between them (ms each). */
  save(count: number): Promise<number[]>;
}

declare global {
  interface Window {
    /** Set once the page is ready. */
    subject: Subject;
  }
}

/** A word of the page's own address. */
export function param(name: string): string {
  return new URLSearchParams(location.search).get(name) ?? '';
}

/** How many documents travel at once; undefined for the library's own default. */
export function batchSize(): number | undefined {
  return param('batch') === '' ? undefined : Number(param('batch'));
}

/** Between two saves of every contender: five a second, faster than a thumb goes down a checklist. */
const PAUSE_MS = 200;

/** One save after another, with a pause between them (ms each). */
export async function timeSaves(count: number, save: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const began = performance.now();
    await save();
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return times;
}

/** What a tap on an answer makes. */
export function answer(): { id: string; verdict: string; note: string; at: number } {
  return { id: crypto.randomUUID(), verdict: 'met', note: '', at: Date.now() };
}

export function present(subject: Subject): void {
  window.subject = subject;
}
