/** One draft while its form is open: every change is on this device before the next is made. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { askPlace } from '../../devices/place.ts';
import { saveDraft } from '../../store/drafts.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import type { DraftRow } from '../../store/tables.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { withPlace } from './new-draft.ts';

export interface OpenDraft {
  readonly draft: DraftRow;
  /** The same as of this very moment, for what arrives between two drawings of the screen. */
  current(): DraftRow;
  change(part: Partial<DraftRow>): void;
  /** While it becomes a problem or goes: a late photo or position must not bring it back. */
  hold(held: boolean): void;
  /** Device-corrected time (ms) of the last durable save; null before the first. */
  readonly savedAt: number | null;
  readonly trouble: string;
}

export function useDraft(stored: DraftRow): OpenDraft {
  const { db, now } = useWorkplace();
  const [draft, setDraft] = useState(stored);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [trouble, setTrouble] = useState('');
  // Photos and the position arrive while the person types: each change builds on the latest.
  const latest = useRef(stored);
  const held = useRef(false);
  const change = (part: Partial<DraftRow>) => {
    if (held.current) return;
    const next = { ...latest.current, ...part, changedAt: now() };
    latest.current = next;
    setDraft(next);
    saveDraft(db, next).then(
      () => {
        setSavedAt(now());
        setTrouble('');
      },
      (error: unknown) => setTrouble(StorageTrouble.of(error).message),
    );
  };
  useEffect(() => {
    let left = false;
    // One fix for a new problem, never more; without one it is recorded all the same.
    if (!stored.amends && stored.place === null) {
      askPlace().then((state) => {
        if (!left && state.kind === 'ok') change(withPlace(latest.current, state.place));
      });
    }
    return () => {
      left = true;
    };
  }, [stored.id]);
  const hold = (on: boolean) => {
    held.current = on;
  };
  return { draft, current: () => latest.current, change, hold, savedAt, trouble };
}
