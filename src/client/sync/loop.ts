/**
 * The sync loop: pushes what is pending, pulls what is new, then sends photos.
 * It never decides the fate of a deed by itself, and a failure never costs one.
 */
import type { Author } from '../store/author.ts';
import { StorageTrouble } from '../store/storage-trouble.ts';
import { backOffMs } from './back-off.ts';
import type { Fetch, Setback } from './exchange.ts';
import type { Locks } from './locks.ts';
import { sendPhotos } from './photos.ts';
import type { DeviceFacts } from './request.ts';
import { runRounds } from './rounds.ts';
import type { SyncStatus } from './status.ts';

export interface LoopOptions {
  readonly author: Author;
  readonly fetch: Fetch;
  readonly locks: Locks;
  readonly appVersion: string;
  /** What was known before this sitting. */
  readonly status: SyncStatus;
  device(): Promise<DeviceFacts>;
  /** Whether photos may go by the line as it is now. */
  photosMayGo(): Promise<boolean>;
  onStatus(status: SyncStatus): void;
  /** Runs later; returns how to call it off. */
  setTimer(run: () => void, ms: number): () => void;
  /** In [0, 1). */
  random(): number;
}

export interface SyncLoop {
  /** A person or an occasion asks: now, also in the middle of a back-off. */
  wake(): void;
  /** The office has news: soon, and not all tablets at the same moment. */
  poke(): void;
  /** A deed was done, or time has passed: soon, but no earlier than a back-off allows. */
  nudge(): void;
  /** Resolves once nothing is under way, all done or set back. */
  settled(): Promise<void>;
  /** Ends it; resolves once nothing of it is under way. */
  stop(): Promise<void>;
}

/** Taps that follow one another closely travel together. */
const NUDGE_MS = 400;
/** Longest wait after a poke: fifty busy tablets must not make each other pull at every tap. */
const POKE_MS = 1_500;

export function createSyncLoop(options: LoopOptions): SyncLoop {
  const { author, locks, setTimer, random } = options;
  const ending = new AbortController();
  let { status } = options;
  let rounds: Promise<void> | null = null;
  let photos: Promise<void> | null = null;
  let again = false;
  /** Signed out or stopped: looks again on a wake only. */
  let halted = false;
  let failures = 0;
  let callOff: (() => void) | null = null;

  function say(change: Partial<SyncStatus>): void {
    if (ending.signal.aborted) return;
    status = { ...status, ...change };
    options.onStatus(status);
  }

  function run(): void {
    callOff?.();
    callOff = null;
    if (ending.signal.aborted) return;
    if (rounds) {
      again = true;
      return;
    }
    again = false;
    // Until the office answers, a try does not undo that one has to sign in again.
    const phase = status.phase === 'signed-out' ? status.phase : 'syncing';
    say({ phase, pulled: 0 });
    rounds = locks
      .alone(`xundian-sync-${author.clientId}`, () =>
        runRounds({ ...options, stop: ending.signal, status: () => status, say }),
      )
      .catch(setbackOfError)
      .then((setback) => {
        rounds = null;
        settle(setback);
        if (again) run();
      });
  }

  function later(ms: number): void {
    callOff?.();
    callOff = setTimer(run, ms);
  }

  function settle(setback: Setback | null): void {
    if (setback) {
      fallBack(setback);
      return;
    }
    failures = 0;
    halted = false;
    say({ phase: photos ? 'photos' : 'idle', failure: null });
    startPhotos();
  }

  function fallBack(setback: Setback): void {
    failures += 1;
    halted = setback.kind === 'signed-out' || setback.kind === 'stopped';
    say({
      phase: setback.kind === 'later' ? 'idle' : setback.kind,
      failure: setback.kind === 'offline' ? null : setback.failure,
    });
    if (halted || ending.signal.aborted) return;
    const asked = setback.kind === 'later' ? (setback.retryMs ?? 0) : 0;
    later(Math.max(asked, backOffMs(failures, random())));
  }

  function startPhotos(): void {
    if (photos || ending.signal.aborted) return;
    const sender = {
      db: author.db,
      fetch: options.fetch,
      stop: ending.signal,
      now: () => author.now(),
      random,
      mayGo: options.photosMayGo,
      onStart: () => {
        if (!rounds) say({ phase: 'photos' });
      },
    };
    photos = locks
      .aloneIfFree(`xundian-photos-${author.clientId}`, () => sendPhotos(sender))
      .catch(setbackOfError)
      .then((setback) => {
        photos = null;
        if (rounds) return;
        if (setback) fallBack(setback);
        else if (!halted) say({ phase: 'idle' });
      });
  }

  async function settled(): Promise<void> {
    while (rounds || photos) await Promise.allSettled([rounds, photos]);
  }

  return {
    wake() {
      // One that is under way is as good as a new one.
      if (!rounds) run();
    },
    poke() {
      if (!callOff && !halted) later(POKE_MS * (0.3 + 0.7 * random()));
    },
    nudge() {
      if (rounds) again = true;
      else if (!callOff && !halted) later(NUDGE_MS);
    },
    settled,
    async stop() {
      ending.abort();
      callOff?.();
      await settled();
    },
  };
}

function setbackOfError(error: unknown): Setback {
  console.error('同步没有做完', error);
  const { code, message } = StorageTrouble.of(error);
  return { kind: 'later', failure: { code, message }, retryMs: null };
}
