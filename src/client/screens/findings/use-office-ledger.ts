/** The ledger as the office tells it: asked page by page, and again after each contact. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  filterText,
  LedgerChoices,
  type LedgerFilter,
  LedgerPage,
} from '../../../protocol/ledger.ts';
import { ask } from '../office/ask.ts';
import { useAfterContact } from '../office/use-after-contact.ts';
import { useAnswer } from '../office/use-answer.ts';
import { LedgerWindow, type Trouble } from './ledger-window.ts';

/** A word is asked for once it is written. */
const TYPING_MS = 200;

export interface OfficeLedger {
  /** Null before the first answer. */
  readonly window: LedgerWindow | null;
  /** Why the office does not answer; null while it does. */
  readonly trouble: Trouble | null;
  readonly choices: LedgerChoices | null;
  /** Changes with every row that comes. */
  readonly tick: number;
  /** Rows by which the last refresh has moved what is looked at, with its tick. */
  readonly shift: { readonly by: number; readonly tick: number };
  /** Another question than the last one gave: the list begins anew. */
  readonly question: string;
}

export function useOfficeLedger(
  filter: LedgerFilter,
  anchor: () => { readonly id: string; readonly at: number } | null,
): OfficeLedger {
  const question = filterText(filter);
  const shown = useRef<{ window: LedgerWindow; question: string } | null>(null);
  /** Of the question as it is now, which may have had no answer yet. */
  const asked = useRef<LedgerWindow | null>(null);
  const [state, setState] = useState({ tick: 0, shift: { by: 0, tick: 0 } });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { answer } = useAnswer('/api/ledger/choices', LedgerChoices);
  useEffect(() => {
    const window = new LedgerWindow({
      ask: ({ offset, limit, seek }) =>
        ask(`/api/ledger?${question}&offset=${offset}&limit=${limit}&seek=${seek}`, LedgerPage),
      changed(by) {
        setTrouble(window.trouble);
        if (window.head === null) return;
        // What was shown stays until the new question has its first answer.
        if (shown.current?.window !== window) {
          shown.current?.window.close();
          shown.current = { window, question };
        }
        setState(({ tick, shift }) => ({
          tick: tick + 1,
          shift: by === 0 ? shift : { by, tick: tick + 1 },
        }));
      },
    });
    asked.current = window;
    const wait = shown.current === null ? 0 : TYPING_MS;
    const timer = setTimeout(() => window.want(0, 1), wait);
    return () => {
      clearTimeout(timer);
      if (shown.current?.window !== window) window.close();
    };
  }, [question]);
  const latest = useRef(anchor);
  latest.current = anchor;
  const refresh = useCallback(async () => {
    const window = asked.current;
    // A list that begins anew has no row yet that must not move.
    await window?.refresh(window === shown.current?.window ? latest.current() : null);
  }, []);
  useAfterContact(refresh);
  useEffect(() => () => shown.current?.window.close(), []);
  return {
    window: shown.current?.window ?? null,
    trouble,
    choices: answer?.ok ? answer.value : null,
    ...state,
    question: shown.current?.question ?? question,
  };
}
