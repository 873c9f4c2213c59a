/** Many papers into one ZIP, as a state: it may be left, and stopped. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ZipEntry, type Zipped, zipOf } from '../../../paper/zip-of.ts';

export type Zipping =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'making'; readonly done: number; readonly of: number; readonly name: string }
  | { readonly kind: 'made'; readonly file: File; readonly failed: Zipped['failed'] }
  | { readonly kind: 'failed'; readonly message: string };

export interface Zipper {
  readonly state: Zipping;
  /** @param entries what is to be in it; each is made when it is its turn */
  make(name: string, entries: (stop: AbortSignal) => readonly ZipEntry[]): void;
  leave(): void;
}

export function useZip(): Zipper {
  const [state, setState] = useState<Zipping>({ kind: 'choosing' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function make(name: string, entriesOf: Parameters<Zipper['make']>[1]): Promise<void> {
    const stop = new AbortController();
    running.current = stop;
    const entries = entriesOf(stop.signal);
    const of = entries.length;
    const say = (next: Zipping) => {
      if (!stop.signal.aborted) setState(next);
    };
    say({ kind: 'making', done: 0, of, name: '' });
    try {
      const onProgress = (now: { done: number; name: string }) =>
        say({ kind: 'making', of, ...now });
      const { blob, failed } = await zipOf(entries, onProgress, stop.signal);
      const file = new File([blob], `${name}.zip`, { type: blob.type });
      say({ kind: 'made', file, failed });
    } catch (error) {
      if (!stop.signal.aborted) console.error('ZIP 没有生成', error);
      say({ kind: 'failed', message: error instanceof Error ? error.message : 'ZIP 没有生成' });
    }
  }

  return {
    state,
    make(name, entries) {
      void make(name, entries);
    },
    leave() {
      running.current?.abort();
      setState({ kind: 'choosing' });
    },
  };
}
