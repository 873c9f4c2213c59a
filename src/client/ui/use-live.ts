/** What a screen shows of the local store: read, and read again whenever it changes. */
import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LocalDatabase } from '../store/database.ts';
import { useWorkplace } from './use-workplace.ts';

interface Reading<T> {
  readonly deps: readonly unknown[];
  readonly value: T;
}

/**
 * Undefined only until the first reading of these `deps` is there. `query` must
 * touch nothing but the database and what `deps` names.
 */
export function useLive<T>(
  query: (db: LocalDatabase) => T | Promise<T>,
  deps: readonly unknown[],
): T | undefined {
  const { db } = useWorkplace();
  const [reading, setReading] = useState<Reading<T> | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const latest = useRef(query);
  latest.current = query;
  useEffect(() => {
    const subscription = liveQuery(() => latest.current(db)).subscribe({
      next: (value) => setReading({ deps, value }),
      error: (error: unknown) =>
        setTrouble(error instanceof Error ? error : new Error(String(error))),
    });
    return () => subscription.unsubscribe();
  }, [db, ...deps]);
  // The error boundary says what a failing store means and offers to reload.
  if (trouble) throw trouble;
  return reading && sameDeps(reading.deps, deps) ? reading.value : undefined;
}

function sameDeps(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, nth) => Object.is(value, b[nth]));
}
