import { useEffect, useState } from 'preact/hooks';
import { useWorkplace } from './use-workplace.ts';

/** Deadlines are said in days and hours: a tick every half minute is enough. */
const TICK_MS = 30_000;

/** The corrected time (ms), kept going while the screen is open. */
export function useNow(): number {
  const place = useWorkplace();
  const [now, setNow] = useState(() => place.now());
  useEffect(() => {
    const tick = () => setNow(place.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [place]);
  return now;
}
