/** Making one file of a paper, as a state: it may be left, and begun again. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FontsMissing } from '../../../fonts/font-bytes.ts';
import { paperFonts } from '../../../fonts/paper-fonts.ts';
import type { PaperForm } from '../../../paper/paper-job.ts';
import { makePaper, type PaperProgress, PhotosMissing } from '../../../paper/print-shop.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { fileOf, type PaperOffer } from './paper-offer.ts';

export interface Wish {
  readonly offer: PaperOffer;
  readonly form: PaperForm;
}

export type Making =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'making'; readonly wish: Wish; readonly progress: PaperProgress | null }
  | { readonly kind: 'made'; readonly wish: Wish; readonly file: File }
  | { readonly kind: 'no-fonts'; readonly wish: Wish }
  | { readonly kind: 'no-photos'; readonly wish: Wish; readonly count: number }
  | { readonly kind: 'failed'; readonly wish: Wish; readonly message: string };

export interface Maker {
  readonly state: Making;
  make(wish: Wish, evenWithout?: boolean): void;
  /** Back to the choice; what is being made is dropped. */
  leave(): void;
}

export function useMaking(): Maker {
  const { db } = useWorkplace();
  const [state, setState] = useState<Making>({ kind: 'choosing' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function make(wish: Wish, evenWithout: boolean): Promise<void> {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const say = (next: Making) => {
      if (!stop.signal.aborted) setState(next);
    };
    say({ kind: 'making', wish, progress: null });
    try {
      const { paper, issuedAt } = wish.offer;
      const fonts = await paperFonts(db, wish.offer.fonts);
      const order = { paper, form: wish.form, issuedAt, fonts, evenWithout };
      const onProgress = (progress: PaperProgress) => say({ kind: 'making', wish, progress });
      const bytes = await makePaper(db, order, onProgress, stop.signal);
      say({ kind: 'made', wish, file: fileOf(wish.offer, wish.form, bytes) });
    } catch (error) {
      say(failure(wish, error));
    }
  }

  return {
    state,
    make(wish, evenWithout = false) {
      void make(wish, evenWithout);
    },
    leave() {
      running.current?.abort();
      setState({ kind: 'choosing' });
    },
  };
}

function failure(wish: Wish, error: unknown): Making {
  if (error instanceof FontsMissing) return { kind: 'no-fonts', wish };
  if (error instanceof PhotosMissing) return { kind: 'no-photos', wish, count: error.count };
  console.error('公文没有生成', error);
  return {
    kind: 'failed',
    wish,
    message: error instanceof Error ? error.message : '文件没有生成',
  };
}
