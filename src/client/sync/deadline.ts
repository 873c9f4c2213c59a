export interface Deadline {
  readonly signal: AbortSignal;
  /** Must be called once the answer is read to its end. */
  lift(): void;
}

/** Aborts when told to stop or when the time is up; for browsers without AbortSignal.any. */
export function deadline(stop: AbortSignal, ms: number): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, ms);
  stop.addEventListener('abort', abort);
  if (stop.aborted) abort();
  return {
    signal: controller.signal,
    lift() {
      clearTimeout(timer);
      stop.removeEventListener('abort', abort);
    },
  };
}
