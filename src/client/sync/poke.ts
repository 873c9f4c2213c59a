/** Hears from the office that something changed, while there is a network. */

/** As much of the browser's EventSource as is used. */
export interface PokeSource {
  addEventListener(
    type: 'poke' | 'open' | 'error' | 'unread',
    listener: (event: { readonly data?: unknown }) => void,
  ): void;
  close(): void;
  readonly readyState: number;
}

export interface PokeOptions {
  open(url: string): PokeSource;
  onPoke(): void;
  /** How many messages this person has not read. */
  onUnread(unread: number): void;
  /** The line is back after a failure, and with it the office. */
  onBack(): void;
  /** Runs later; returns how to call it off. */
  setTimer(run: () => void, ms: number): () => void;
}

export const POKE_URL = '/api/poke';
const CLOSED = 2;
const REOPEN_MS = 30_000;

/**
 * Listens until stopped. A browser reconnects by itself after a cut line, but
 * gives up for good after an error answer (signed out, server restarting).
 */
export function listenForPokes({
  open,
  onPoke,
  onUnread,
  onBack,
  setTimer,
}: PokeOptions): () => void {
  let source: PokeSource | null = null;
  let wasCut = false;
  let callOff: () => void = () => undefined;
  const connect = () => {
    const opened = open(POKE_URL);
    source = opened;
    opened.addEventListener('poke', onPoke);
    opened.addEventListener('unread', ({ data }) => onUnread(Number(data)));
    opened.addEventListener('open', () => {
      if (wasCut) onBack();
      wasCut = false;
    });
    opened.addEventListener('error', () => {
      wasCut = true;
      if (source !== opened || opened.readyState !== CLOSED) return;
      opened.close();
      callOff = setTimer(connect, REOPEN_MS);
    });
    callOff = () => opened.close();
  };
  connect();
  return () => {
    callOff();
    source?.close();
    source = null;
  };
}
