/** 作废: says all that follows from it before it is done. */
import { afterEvent } from '../../../domain/finding-life.ts';
import { sayNoticeName } from '../../../domain/notice-number.ts';
import { mayDo } from '../../../domain/role.ts';
import type { FindingRow, NoticeRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useRedoing } from '../finding/use-redoing.ts';
import { VoidDialog } from '../finding/void-dialog.tsx';

export function VoidNotice(props: {
  readonly notice: NoticeRow;
  readonly findings: readonly FindingRow[];
}) {
  const { notice, findings } = props;
  const { session, mutate } = useWorkplace();
  const { seq, reason: first, open, setOpen } = useRedoing('notice.void', notice.id);
  if (!mayDo(session.role, 'notice.void') || notice.state === 'voided') return null;
  const stuck = findings.find((finding) => afterEvent(finding.state, 'unassign') === null);
  if (stuck) {
    return <p class="t-second">“{stuck.text}”已经有了整改反馈，这份通知书不能再作废。</p>;
  }
  const name = sayNoticeName(notice.number);
  return (
    <>
      <Button kind="outlined" onClick={() => setOpen(true)}>
        作废
      </Button>
      <VoidDialog
        open={open}
        title="作废通知书"
        subject={`${name} · ${notice.unitName}`}
        consequence={consequencesOf(notice)}
        first={first}
        onClose={() => setOpen(false)}
        act={(reason) =>
          mutate('notice.void', { id: notice.id, reason }, `作废通知书 ${name}`, seq)
        }
        onDone={() => {
          setOpen(false);
          toast(`${name} 已作废`);
        }}
      />
    </>
  );
}

/** Each as a sentence of its own. */
export function consequencesOf(
  notice: Pick<NoticeRow, 'number' | 'delivery' | 'findingIds'>,
): string[] {
  return [
    '作废后不能恢复，签发时的内容原样留存。',
    notice.number
      ? '文号不再使用，在发文登记簿里记为作废，写明理由。'
      : '还没有编号，入账后仍会编号，在发文登记簿里记为作废。',
    '责任单位的账号里会看到作废和理由。',
    ...(notice.delivery ? ['这份通知书已经送达：要收回纸质件，或者送达《作废告知书》。'] : []),
    `其中 ${notice.findingIds.length} 个问题退回“已记录”，可以更正后重新开具，用新的文号。`,
  ];
}
