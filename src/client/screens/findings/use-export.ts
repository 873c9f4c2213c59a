/**
 * An export of the ledger. The download is the browser's own, so that it needs no memory here
 * and goes on when the dialog is left; the office is asked meanwhile how far it has come.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import {
  ExportProgress,
  filterText,
  type LedgerFilter,
  type LedgerFormat,
} from '../../../protocol/ledger.ts';
import { makeId } from '../../devices/uuid.ts';
import { ask } from '../office/ask.ts';

const EVERY_MS = 400;
/** Questions without an answer after which it is taken for not begun. */
const PATIENCE = 25;

export type Exporting =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'asked'; readonly id: string }
  | { readonly kind: 'told'; readonly id: string; readonly progress: ExportProgress }
  | { readonly kind: 'unknown' };

export function useExport(filter: LedgerFilter) {
  const [state, setState] = useState<Exporting>({ kind: 'choosing' });
  const id = state.kind === 'asked' || state.kind === 'told' ? state.id : null;
  const over = state.kind === 'told' && state.progress.state !== 'writing';
  const missed = useRef(0);
  useEffect(() => {
    if (id === null || over) return;
    let alive = true;
    const look = async () => {
      const answer = await ask(`/api/ledger/exports/${id}`, ExportProgress);
      if (!alive) return;
      missed.current = answer.ok ? 0 : missed.current + 1;
      if (answer.ok) setState({ kind: 'told', id, progress: answer.value });
      else if (missed.current >= PATIENCE) setState({ kind: 'unknown' });
    };
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => {
      alive = false;
      clearInterval(timer);
    };
  }, [id, over]);
  return {
    state,
    begin(format: LedgerFormat) {
      const own = makeId();
      missed.current = 0;
      setState({ kind: 'asked', id: own });
      download(`/api/ledger/file?${filterText(filter)}&format=${format}&export=${own}`);
    },
    async cancel() {
      if (id !== null) await ask(`/api/ledger/exports/${id}`, z.null(), { method: 'DELETE' });
    },
    again: () => setState({ kind: 'choosing' }),
  };
}

/** By a link: the answer says that it is a file, so that the page stays. */
function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
