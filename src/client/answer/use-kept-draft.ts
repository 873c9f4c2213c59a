import { useRef, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { drop, keep, recall } from './kept-text.ts';

export interface KeptDraft<T> {
  readonly draft: T;
  /** As it is by now, for what comes back later than the next keystroke. */
  current(): T;
  change(part: Partial<T>): void;
  /** It has become an answer, or was thrown away: what comes later no longer brings it back. */
  done(): void;
}

export function useKeptDraft<T extends object>(
  key: string,
  schema: z.ZodMiniType<T>,
  fresh: () => T,
): KeptDraft<T> {
  const [draft, setDraft] = useState<T>(() => recall(key, schema) ?? fresh());
  const latest = useRef(draft);
  const over = useRef(false);
  return {
    draft,
    current: () => latest.current,
    change(part) {
      if (over.current) return;
      latest.current = { ...latest.current, ...part };
      keep(key, latest.current);
      setDraft(latest.current);
    },
    done() {
      over.current = true;
      drop(key);
    },
  };
}
