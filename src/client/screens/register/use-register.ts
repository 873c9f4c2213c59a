/** One year of the office's register: read online, since nothing of it is kept on this device. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { NumberList } from '../../../protocol/numbers.ts';
import { syncStatus } from '../../workplace.ts';
import { ask } from '../office/ask.ts';

export interface RegisterState {
  readonly list: NumberList | null;
  /** Why the last question had no answer; null after an answer. */
  readonly trouble: { readonly message: string; readonly offline: boolean } | null;
  readonly asking: boolean;
}

/** A burst of changes is one question. */
const AFTER_CHANGE_MS = 1_500;

export function useRegister(year: number) {
  const [state, setState] = useState<RegisterState>({ list: null, trouble: null, asking: true });
  const wanted = useRef(year);
  const refresh = useCallback(async () => {
    setState((now) => ({ ...now, asking: true }));
    const answer = await ask(`/api/numbers?year=${year}`, NumberList);
    // Another year was chosen meanwhile, or the screen has gone.
    if (wanted.current !== year) return;
    if (answer.ok) {
      setState({ list: answer.value, trouble: null, asking: false });
    } else {
      const { message, offline } = answer;
      setState((now) => ({ ...now, trouble: { message, offline }, asking: false }));
    }
  }, [year]);
  useEffect(() => {
    wanted.current = year;
    void refresh();
    return () => {
      wanted.current = 0;
    };
  }, [refresh, year]);
  // A round trip after a poke means that numbers may have been used meanwhile.
  const contact = syncStatus.value.lastContact;
  const first = useRef(contact);
  useEffect(() => {
    if (contact === first.current) return;
    const timer = setTimeout(() => void refresh(), AFTER_CHANGE_MS);
    return () => clearTimeout(timer);
  }, [contact, refresh]);
  return { ...state, refresh };
}
