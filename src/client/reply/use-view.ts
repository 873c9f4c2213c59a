import { useEffect, useRef, useState } from 'preact/hooks';
import { ReplyView } from '../../protocol/reply-page.ts';
import type { Answer, Office } from './office.ts';

export interface Viewing {
  /** The last that came whole; it stays while another question is under way or fails. */
  readonly view: ReplyView | null;
  readonly trouble: Extract<Answer<ReplyView>, { ok: false }> | null;
  readonly asking: boolean;
  ask(): Promise<void>;
  /** The office's time (ms) now. */
  now(): number;
}

const TICK_MS = 20_000;

export function useView(office: Office): Viewing {
  const [view, setView] = useState<ReplyView | null>(null);
  const [trouble, setTrouble] = useState<Viewing['trouble']>(null);
  const [asking, setAsking] = useState(true);
  const [, setTick] = useState(0);
  const heard = useRef(0);
  const ask = async () => {
    setAsking(true);
    const answer = await office.ask('/api/reply', ReplyView);
    setAsking(false);
    setTrouble(answer.ok ? null : answer);
    if (!answer.ok) return;
    heard.current = performance.now();
    setView(answer.value);
  };
  useEffect(() => {
    void ask();
    const timer = setInterval(() => setTick((tick) => tick + 1), TICK_MS);
    // Back from the camera or another program: what has happened meanwhile.
    const back = () => {
      if (document.visibilityState === 'visible' && performance.now() - heard.current > TICK_MS) {
        void ask();
      }
    };
    document.addEventListener('visibilitychange', back);
    addEventListener('online', back);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
      removeEventListener('online', back);
    };
  }, [office]);
  const now = () => (view?.serverTime ?? 0) + performance.now() - heard.current;
  return { view, trouble, asking, ask, now };
}
