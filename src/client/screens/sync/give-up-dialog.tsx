/** 放弃, with a reason: the office reads it, and the content stays on this device. */
import { sayRefusal } from '../../../protocol/refusals.ts';
import { giveUp } from '../../store/decisions.ts';
import type { RefusedRow } from '../../store/tables.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';

const USUAL = ['已另行登记', '重复了', '记录有误'];

export function GiveUpDialog(props: {
  readonly row: RefusedRow;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { row, open, onClose } = props;
  const { author } = useWorkplace();
  return (
    <ReasonDialog
      open={open}
      title="放弃这一条？"
      label="放弃的理由"
      missing="请写明为什么放弃，办公室要看得到。"
      confirm="确认放弃"
      usual={USUAL}
      onClose={onClose}
      act={async (reason) => {
        const outcome = await giveUp(author, row, reason);
        return outcome.ok ? null : sayRefusal(outcome.reason, outcome.detail);
      }}
      onDone={() => {
        onClose();
        toast('已放弃，内容仍留在本机备查');
      }}
    >
      <p>
        <b>{row.title}</b>
      </p>
      <p>放弃后不再上传，也不再提醒；内容留在本机，谁、何时、为什么会告诉办公室。</p>
    </ReasonDialog>
  );
}
