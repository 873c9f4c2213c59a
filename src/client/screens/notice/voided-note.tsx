/** What a voided notice says first: that it holds no longer, why, and what stands in its place. */
import { sayMoment } from '../../../domain/civil.ts';
import { sayNoticeName } from '../../../domain/notice-number.ts';
import { mayDo } from '../../../domain/role.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { IssueCorrected } from './issue-corrected.tsx';
import { useSuccessors } from './use-successors.ts';

export function VoidedNote({ notice }: { readonly notice: NoticeRow }) {
  const { session } = useWorkplace();
  const successors = useSuccessors(notice);
  const office = mayDo(session.role, 'notice.issue');
  return (
    <div class="notice-note bad" role="note">
      <p class="t-strong">这份通知书已作废</p>
      <p>
        理由：{notice.voidReason}
        {notice.voidedAt !== null && `（${sayMoment(notice.voidedAt)}）`}
      </p>
      {successors.map((one) => (
        <p key={one.id}>
          已由 <a href={`/notices/${one.id}`}>{sayNoticeName(one.number)}</a> 替代
        </p>
      ))}
      {office ? <ForOffice notice={notice} /> : <ForUnit replaced={successors.length > 0} />}
      {office && successors.length === 0 && <IssueCorrected notice={notice} />}
    </div>
  );
}

function ForOffice({ notice }: { readonly notice: NoticeRow }) {
  return (
    <p>
      {notice.number && '文号留在发文登记簿里，不再使用。'}
      其中的问题退回“已记录”。
      {notice.delivery && '已经送达的纸质件要收回，或者送达《作废告知书》（在纸样上方切换）。'}
    </p>
  );
}

function ForUnit({ replaced }: { readonly replaced: boolean }) {
  return (
    <p>
      请不再执行这份通知书，收到的纸质件请退回签发单位。
      {replaced ? '有关问题按替代的通知书整改。' : '需要整改的问题，以另行签发的通知书为准。'}
    </p>
  );
}
