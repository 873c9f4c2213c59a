import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';

/** State that survives a reload of the page in this tab; what can't be read begins anew. */
export function useKept<T>(key: string, schema: z.ZodMiniType<T>, initial: T) {
  const [value, setValue] = useState<T>(() => recall(key, schema) ?? initial);
  const keep = (next: T) => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setValue(next);
  };
  return [value, keep] as const;
}

function recall<T>(key: string, schema: z.ZodMiniType<T>): T | null {
  const stored = sessionStorage.getItem(key);
  if (stored === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch {
    // Something else was written there; it is only a convenience.
    return null;
  }
}
