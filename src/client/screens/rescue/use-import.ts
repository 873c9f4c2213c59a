/** How far an import is: chosen, opened and looked at, on its way, done. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ParcelTrouble } from '../../../protocol/parcel.ts';
import { type OpenParcel, openParcel } from '../../../protocol/parcel-open.ts';
import { makeId } from '../../devices/uuid.ts';
import { type ImportTally, importParcel } from '../../rescue/import-parcel.ts';
import { browserTools, sourceOf } from '../../store/parcel-tools.ts';
import type { Failure } from '../../sync/status.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';

export type Stage =
  | { readonly kind: 'choosing' }
  /** `read` is the part of the file that has been looked through, 0 to 1. */
  | { readonly kind: 'opening'; readonly read: number }
  | { readonly kind: 'opened'; readonly parcel: OpenParcel }
  | { readonly kind: 'importing'; readonly parcel: OpenParcel; readonly done: number }
  | { readonly kind: 'imported'; readonly parcel: OpenParcel; readonly tally: ImportTally };

const CHOOSING: Stage = { kind: 'choosing' };

const UNREADABLE: Failure = { code: 'unreadable', message: '文件读不出来，请重新选择' };

/** @param open while false everything is as at the beginning, and what was under way is ended */
export function useImport(open: boolean) {
  const { wake } = useWorkplace();
  const [stage, setStage] = useState<Stage>(CHOOSING);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const ending = useRef(new AbortController());
  useEffect(() => {
    if (!open) return;
    const controller = new AbortController();
    ending.current = controller;
    return () => {
      // What was taken stays taken; the same file goes on from there.
      controller.abort();
      setStage(CHOOSING);
      setTrouble(null);
    };
  }, [open]);

  async function look(file: File, passphrase: string): Promise<void> {
    const { signal } = ending.current;
    const show = (next: Stage, why: Failure | null = null) => {
      if (signal.aborted) return;
      setStage(next);
      setTrouble(why);
    };
    show({ kind: 'opening', read: 0 });
    try {
      const onRead = (read: number) => show({ kind: 'opening', read: read / file.size });
      const parcel = await openParcel(browserTools(), sourceOf(file), passphrase, onRead);
      show({ kind: 'opened', parcel });
    } catch (error) {
      console.info('离线包没有打开', error);
      show(CHOOSING, error instanceof ParcelTrouble ? error : UNREADABLE);
    }
  }

  async function take(parcel: OpenParcel): Promise<void> {
    const { signal } = ending.current;
    const show = (next: Stage, why: Failure | null = null) => {
      if (signal.aborted) return;
      setStage(next);
      setTrouble(why);
    };
    show({ kind: 'importing', parcel, done: 0 });
    const outcome = await importParcel({
      parcel,
      fetch: (input, init) => fetch(input, init),
      stop: signal,
      run: makeId(),
      onProgress: (done) => show({ kind: 'importing', parcel, done }),
    });
    if (outcome.ok) show({ kind: 'imported', parcel, tally: outcome.tally });
    else show({ kind: 'opened', parcel }, outcome.failure);
    wake();
  }

  return { stage, trouble, look, take };
}
