import { useCallback, useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { type Answer, ask } from './ask.ts';

/** One question to the office, asked when the screen opens and again on request. */
export function useAnswer<T>(path: string, schema: z.ZodMiniType<T>) {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let alive = true;
    ask(path, schema).then((next) => {
      if (alive) setAnswer(next);
    });
    return () => {
      alive = false;
    };
  }, [path, schema, turn]);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  return { answer, again };
}
