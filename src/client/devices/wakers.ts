/** What brings the sync loop back to work while the page is open. */
import type { SyncLoop } from '../sync/loop.ts';

const EVERY_MS = 60_000;

/** Wakes the loop at every occasion to come; returns how to end that. */
export function wakeOnOccasion(loop: Pick<SyncLoop, 'wake' | 'nudge'>): () => void {
  const wake = () => loop.wake();
  const whenSeen = () => {
    if (document.visibilityState === 'visible') loop.wake();
  };
  window.addEventListener('focus', wake);
  window.addEventListener('online', wake);
  window.addEventListener('pageshow', wake);
  // Where the browser tells (Chrome on Android): photos may wait for Wi-Fi.
  const line: unknown = Reflect.get(navigator, 'connection');
  if (line instanceof EventTarget) line.addEventListener('change', wake);
  document.addEventListener('visibilitychange', whenSeen);
  const timer = setInterval(() => loop.nudge(), EVERY_MS);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', wake);
    window.removeEventListener('online', wake);
    window.removeEventListener('pageshow', wake);
    if (line instanceof EventTarget) line.removeEventListener('change', wake);
    document.removeEventListener('visibilitychange', whenSeen);
  };
}
