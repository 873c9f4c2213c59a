/** 作废 of a problem: offered only where the finding's life allows it to this person. */
import { afterEvent } from '../../../domain/finding-life.ts';
import { mayDo } from '../../../domain/role.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useRedoing } from './use-redoing.ts';
import { VoidDialog } from './void-dialog.tsx';

export function VoidFinding({ finding }: { readonly finding: FindingRow }) {
  const { session, mutate } = useWorkplace();
  const { seq, reason: first, open, setOpen } = useRedoing('finding.void', finding.id);
  if (!mayDo(session.role, 'finding.void')) return null;
  if (afterEvent(finding.state, 'void') === null) {
    // A voided notice gives its problems back; only then may one of them be voided.
    return afterEvent(finding.state, 'unassign') === null ? null : (
      <p class="t-second">要作废这个问题，先作废它所在的通知书。</p>
    );
  }
  return (
    <>
      <Button kind="outlined" onClick={() => setOpen(true)}>
        作废这个问题
      </Button>
      <VoidDialog
        open={open}
        title="作废问题"
        subject={finding.text}
        consequence="作废后不能恢复；问题和理由都留在记录里，不会删除。"
        first={first}
        onClose={() => setOpen(false)}
        act={(reason) =>
          mutate('finding.void', { id: finding.id, reason }, `作废问题：${finding.text}`, seq)
        }
        onDone={() => {
          setOpen(false);
          toast('已作废，理由已记入经过');
        }}
      />
    </>
  );
}
