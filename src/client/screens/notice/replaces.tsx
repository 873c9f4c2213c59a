import { sayNoticeName } from '../../../domain/notice-number.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';

/** The voided notice in whose place it stands. */
export function Replaces({ notice }: { readonly notice: NoticeRow }) {
  const { replaces } = notice;
  const replaced = useLive(
    (db) => (replaces === null ? undefined : db.notice.get(replaces)),
    [replaces],
  );
  if (!replaced) return null;
  return (
    <p class="t-second">
      替代 <a href={`/notices/${replaced.id}`}>{sayNoticeName(replaced.number)}</a>（已作废）
    </p>
  );
}
