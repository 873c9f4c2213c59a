import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const REST_MS = 150;

/** How far it was scrolled when the screen was left; 0 where it never was. */
export function keptScroll(key: string): number {
  return Number(sessionStorage.getItem(`xundian-scroll.${key}`) ?? 0);
}

/** Keeps how far the element is scrolled, and brings it back once its content is `ready` and shown. */
export function useKeptScroll(key: string, ready: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = element.current;
    if (!box || !ready) return;
    box.scrollTop = keptScroll(key);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      // A box that is hidden or gone says 0, which is not where the person was.
      if (box.offsetParent === null) return;
      sessionStorage.setItem(`xundian-scroll.${key}`, String(box.scrollTop));
    };
    const look = () => {
      clearTimeout(rest);
      rest = setTimeout(keep, REST_MS);
    };
    box.addEventListener('scroll', look, { passive: true });
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(rest);
      keep();
      box.removeEventListener('scroll', look);
      removeEventListener('pagehide', keep);
    };
  }, [key, ready]);
  return element;
}
