/** One year of the office's register: read online, since nothing of it is kept on this device. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { NumberList } from '../../../protocol/numbers.ts';
import { ask } from '../office/ask.ts';
import { useAfterContact } from '../office/use-after-contact.ts';

export interface RegisterState {
  readonly list: NumberList | null;
  /** Why the last question had no answer; null after an answer. */
  readonly trouble: { readonly message: string; readonly offline: boolean } | null;
  readonly asking: boolean;
}

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
  useAfterContact(refresh);
  return { ...state, refresh };
}
