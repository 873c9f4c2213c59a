import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';

/** The notices that stand in the place of a voided one, the latest last; none until read. */
export function useSuccessors({ id, state }: NoticeRow): readonly NoticeRow[] {
  const found = useLive(
    async (db) =>
      state === 'voided' ? db.notice.filter((other) => other.replaces === id).toArray() : [],
    [id, state],
  );
  return [...(found ?? [])].sort((a, b) => a.issuedAt - b.issuedAt);
}
