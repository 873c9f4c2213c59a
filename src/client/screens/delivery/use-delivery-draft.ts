import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeliveryEntry, NoticeRow } from '../../../protocol/rows/index.ts';
import type { LocalDatabase } from '../../store/database.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import {
  type DeliveryDraft,
  draftFrom,
  dropDelivery,
  keepDelivery,
  NEW_DELIVERY,
  recallDelivery,
} from './delivery-draft.ts';

export interface Drafting {
  readonly draft: DeliveryDraft;
  current(): DeliveryDraft;
  change(part: Partial<DeliveryDraft>): void;
  /** It has become a deed, or was thrown away. */
  done(): void;
}

/** As it was left; else as the entry says that is corrected; else empty. Undefined until read. */
export function useDeliveryDraft(notice: NoticeRow): Drafting | undefined {
  const { db, session } = useWorkplace();
  const { accountId } = session;
  const [draft, setDraft] = useState(() => recallDelivery(accountId, notice.id));
  const latest = useRef(draft);
  const over = useRef(false);
  const put = (next: DeliveryDraft) => {
    latest.current = next;
    setDraft(next);
  };
  useEffect(() => {
    if (latest.current) return;
    let alive = true;
    firstDraft(db, notice.delivery).then(
      (first) => {
        if (alive && !latest.current) put(first);
      },
      (error: unknown) => console.warn('原来的送达没有读到', error),
    );
    return () => {
      alive = false;
    };
  }, [notice.id]);
  if (!draft) return undefined;
  const current = () => latest.current ?? draft;
  return {
    draft,
    current,
    change(part) {
      if (over.current) return;
      const next = { ...current(), ...part };
      keepDelivery(accountId, notice.id, next);
      put(next);
    },
    done() {
      over.current = true;
      dropDelivery(accountId, notice.id);
    },
  };
}

async function firstDraft(
  db: LocalDatabase,
  delivery: DeliveryEntry | null,
): Promise<DeliveryDraft> {
  if (!delivery) return NEW_DELIVERY;
  const { how, at } = delivery;
  const rows = await db.photo.bulkGet(how.kind === 'otherwise' ? [...how.photoIds] : []);
  const photos = rows.flatMap((row) => {
    if (!row) return [];
    const { id, sha256, bytes, width, height, takenAt, place } = row;
    return [{ id, sha256, bytes, width, height, takenAt, place }];
  });
  return draftFrom(how, photos, at);
}
