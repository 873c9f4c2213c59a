/** Long lists come in portions as one scrolls, so that the first rows are there at once. */
import { useEffect, useRef, useState } from 'preact/hooks';

const PORTION = 60;

/**
 * How many of `total` rows to draw, and the ref of an element at the list's foot
 * that asks for more when it comes near. `reset` begins anew, e.g. on a new filter.
 */
export function useMore(total: number, reset: string, atLeast = 0) {
  const [state, setState] = useState({ reset, shown: PORTION });
  const foot = useRef<HTMLDivElement>(null);
  const shown = Math.max(state.reset === reset ? state.shown : PORTION, atLeast + 1);
  useEffect(() => {
    const element = foot.current;
    if (!element || shown >= total) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          setState({ reset, shown: shown + PORTION });
        }
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [shown, total, reset]);
  return { shown: Math.min(shown, total), foot };
}
