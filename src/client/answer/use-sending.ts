/** One file on its way to the office; a cut one is sent again on the person's word. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileTaken } from '../../protocol/reply-page.ts';
import type { Sending } from './send-bytes.ts';

export type SendingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly name: string; readonly part: number }
  | { readonly kind: 'cut'; readonly name: string; readonly message: string };

export interface Sender {
  readonly state: SendingState;
  /** Null where it has not been taken; why stands in `state`. */
  send(name: string, body: Blob): Promise<FileTaken | null>;
  /** Says why nothing was sent at all. */
  refuse(name: string, message: string): void;
  leave(): void;
}

export function useSending(
  post: (body: Blob, onProgress: (part: number) => void) => Promise<Sending>,
): Sender {
  const [state, setState] = useState<SendingState>({ kind: 'idle' });
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  const leave = () => {
    run.current += 1;
    setState({ kind: 'idle' });
  };
  return {
    state,
    leave,
    refuse: (name, message) => setState({ kind: 'cut', name, message }),
    async send(name, body) {
      run.current += 1;
      const own = run.current;
      setState({ kind: 'busy', name, part: 0 });
      const answer = await post(body, (part) => {
        if (own === run.current) setState({ kind: 'busy', name, part });
      });
      if (own !== run.current) return null;
      if (answer.ok) {
        setState({ kind: 'idle' });
        return answer.taken;
      }
      setState({ kind: 'cut', name, message: answer.message });
      return null;
    },
  };
}
