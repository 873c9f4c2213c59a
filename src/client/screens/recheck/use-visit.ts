/** A 复查 or 当场整改 while its screen is open: every change is on this device before the next is made. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { askPlace } from '../../devices/place.ts';
import { makeId } from '../../devices/uuid.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import {
  dropVisit,
  keepVisit,
  newVisit,
  recallVisit,
  type VisitDraft,
  type VisitKind,
} from './visit-draft.ts';

export interface Visiting {
  readonly draft: VisitDraft;
  /** The same as of this very moment, for what arrives between two drawings of the screen. */
  current(): VisitDraft;
  change(part: Partial<VisitDraft>): void;
  /** It has become a deed, or was thrown away. */
  done(): void;
}

export function useVisit(kind: VisitKind, findingId: string): Visiting {
  const { accountId } = useWorkplace().session;
  const [draft, setDraft] = useState(
    () => recallVisit(kind, accountId, findingId) ?? newVisit(makeId()),
  );
  const latest = useRef(draft);
  const over = useRef(false);
  const change = (part: Partial<VisitDraft>) => {
    if (over.current) return;
    const next = { ...latest.current, ...part };
    keepVisit(kind, accountId, findingId, next);
    latest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    let left = false;
    // One fix, never more; without one it is written down all the same.
    if (kind === 'recheck' && latest.current.place === null) {
      askPlace().then((state) => {
        if (left || state.kind !== 'ok') return;
        const { place } = state;
        const photos = latest.current.photos.map((one) => ({ ...one, place: one.place ?? place }));
        change({ place, photos });
      });
    }
    return () => {
      left = true;
    };
  }, [findingId]);
  return {
    draft,
    current: () => latest.current,
    change,
    done() {
      over.current = true;
      dropVisit(kind, accountId, findingId);
    },
  };
}
