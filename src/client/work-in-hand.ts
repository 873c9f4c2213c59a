/**
 * A checklist, a problem or a notice that is open on some page of this device: no
 * new version is put under it.
 */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const LOCK = 'xundian-work-in-hand';

/** How many are open on this page. */
export const workInHand = signal(0);

/** Holds while the component is there; `open` false for one that is only looked at. */
export function useWorkInHand(open = true): void {
  useEffect(() => {
    if (!open) return;
    workInHand.value += 1;
    const release = letOthersKnow();
    return () => {
      workInHand.value -= 1;
      release();
    };
  }, [open]);
}

/** Whether one is open on any page. */
export async function isWorkInHand(): Promise<boolean> {
  if (workInHand.value > 0) return true;
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some((lock) => lock.name === LOCK);
}

/** A shared lock, since one page cannot ask another what it shows, and it goes with the page. */
function letOthersKnow(): () => void {
  if (!('locks' in navigator)) return () => undefined;
  const ending = new AbortController();
  const { signal: ended } = ending;
  const held = new Promise<void>((resolve) => ended.addEventListener('abort', () => resolve()));
  navigator.locks
    .request(LOCK, { mode: 'shared' }, () => held)
    .catch((error: unknown) => console.info('没有告知其他页面', error));
  return () => ending.abort();
}
