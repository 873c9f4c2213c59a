/** A refused deed about a problem that the address asks to say again (`?redo=`): its form opens filled in. */
import { useLocation } from 'preact-iso';
import * as z from 'zod/mini';
import type { Offered } from '../../../../domain/finding-offers.ts';
import type { MutationName } from '../../../../protocol/mutations/index.ts';
import { useLive } from '../../../ui/use-live.ts';

export interface Asked {
  readonly deed: Offered;
  /** Its place in the refused ones. */
  readonly seq: number;
  readonly args: unknown;
}

const DEED_OF: Partial<Record<MutationName, Offered>> = {
  'reply.return': 'return',
  'finding.shelve': 'shelve',
  'finding.review': 'review',
  'finding.merge': 'merge',
  'finding.void': 'void',
};

const About = z.object({ id: z.string() });

export function useAsked(findingId: string): Asked | null {
  const { query } = useLocation();
  const seq = Number(query.redo ?? 0);
  const asked = useLive(
    async (db) => {
      const row = await db.refused.get(seq);
      const deed = row && row.decision === null ? DEED_OF[row.name] : undefined;
      if (!row || !deed || About.safeParse(row.args).data?.id !== findingId) return null;
      return { deed, seq, args: row.args };
    },
    [seq, findingId],
  );
  return asked ?? null;
}
