import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import { useLive } from '../../ui/use-live.ts';

const Reason = z.object({ id: z.string(), reason: z.string() });

export interface Redoing {
  /** Place of the refused 作废 that this one stands for; null for none. */
  readonly seq: number | null;
  /** What it gave as its reason. */
  readonly reason: string;
  readonly open: boolean;
  setOpen(open: boolean): void;
}

/** A dialog of 作废, which opens by itself where the address asks to say a refused one again. */
export function useRedoing(name: 'notice.void' | 'letter.void', id: string): Redoing {
  const { query } = useLocation();
  const asked = Number(query.redo ?? 0);
  const [open, setOpen] = useState(false);
  const found = useLive(
    async (db) => {
      const row = await db.refused.get(asked);
      const { data } = Reason.safeParse(row?.args);
      const same = row?.name === name && row.decision === null && data?.id === id;
      return { reason: same ? data.reason : null };
    },
    [asked, name, id],
  );
  const reason = found?.reason ?? null;
  useEffect(() => {
    if (reason !== null) setOpen(true);
  }, [reason]);
  return { seq: reason === null ? null : asked, reason: reason ?? '', open, setOpen };
}
