/** Long lists are usable at once: the first rows now, more as the person nears the end. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const STEP = 60;
/** A list made anew, e.g. by a key typed in a search, shows a screenful first: the key must not wait. */
const FIRST = 24;

export function Growing<T>(props: {
  readonly rows: readonly T[];
  readonly render: (row: T) => ComponentChildren;
  /** A change starts the list anew, e.g. another search. */
  readonly of: string;
  /** How many to show at once, where a list is to come back scrolled. */
  readonly start?: number;
}) {
  const { rows, render, of, start = STEP } = props;
  const [grown, setGrown] = useState({ of, shown: Math.max(STEP, start) });
  const end = useRef<HTMLDivElement>(null);
  const shown = grown.of === of ? grown.shown : FIRST;
  const more = shown < rows.length;
  useEffect(() => {
    const mark = end.current;
    if (!mark || !more) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setGrown({ of, shown: shown + STEP });
      },
      { rootMargin: '800px' },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, [of, shown, more]);
  return (
    <>
      {rows.slice(0, shown).map(render)}
      {more && <div ref={end} class="growing-end" />}
    </>
  );
}
