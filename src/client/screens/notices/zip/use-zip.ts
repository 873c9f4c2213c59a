/** Many notices into one ZIP, as a state: it may be left, and stopped. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NoticeRow } from '../../../../protocol/rows/index.ts';
import { type Zipped, zipOf } from '../../../paper/zip-of.ts';
import { useOffice } from '../../../ui/use-office.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { noticeEntries } from './notice-entries.ts';

export type Zipping =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'making'; readonly done: number; readonly of: number; readonly name: string }
  | { readonly kind: 'made'; readonly file: File; readonly failed: Zipped['failed'] }
  | { readonly kind: 'failed'; readonly message: string };

export interface Zipper {
  readonly state: Zipping;
  make(name: string, notices: readonly NoticeRow[]): void;
  leave(): void;
}

export function useZip(): Zipper {
  const { db } = useWorkplace();
  const office = useOffice();
  const [state, setState] = useState<Zipping>({ kind: 'choosing' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function make(name: string, notices: readonly NoticeRow[]): Promise<void> {
    if (!office) return;
    const stop = new AbortController();
    running.current = stop;
    const of = notices.length;
    const say = (next: Zipping) => {
      if (!stop.signal.aborted) setState(next);
    };
    say({ kind: 'making', done: 0, of, name: '' });
    try {
      const entries = noticeEntries(db, office, notices, stop.signal);
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
    make(name, notices) {
      void make(name, notices);
    },
    leave() {
      running.current?.abort();
      setState({ kind: 'choosing' });
    },
  };
}
