import type { Store } from '../store/store.ts';

/** What a command at the server's console works on. */
export interface VerbJob {
  readonly store: Store;
  readonly officeId: string;
  readonly dataDir: string;
  readonly clientDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** What the command is about, as it was typed. */
  readonly subject: string;
  /** What it should find, as it was typed; null where nothing was said. */
  readonly expect: string | null;
  /** Where it writes to, as an absolute path; null where nothing was said. */
  readonly out: string | null;
  /** A path as the person means it, from where they stand. */
  readonly at: (path: string) => string;
  readonly print: (line: string) => void;
}

export interface Verb {
  /** How it is called and what it does, for the person at the console. */
  readonly usage: string;
  /** Whether something is typed behind it, or it is about the whole store. */
  readonly about: 'one' | 'all';
  /** Throws a StartRefusal where the store need not even be opened. */
  check(job: Pick<VerbJob, 'subject' | 'out' | 'at' | 'expect'>): void;
  /** False where it has found that something is wrong, and has said what. */
  run(job: VerbJob): Promise<boolean>;
}
