import { NumbersRecalled } from '../../../protocol/numbers.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from '../office/ask.ts';

/** 收回号段: the numbers that a device holds unused are taken back on record, for good. */
export function RecallDialog(props: {
  readonly device: {
    readonly clientId: string;
    /** Whose it is and what it calls itself. */
    readonly name: string;
    readonly leased: number;
  };
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { device, onClose, onDone } = props;
  const recall = async (reason: string) => {
    const answer = await ask(`/api/devices/${device.clientId}/recall`, NumbersRecalled, {
      method: 'POST',
      json: { reason },
    });
    if (!answer.ok) return answer.message;
    toast(`已收回 ${answer.value.numbers.length} 个文号`);
    return null;
  };
  return (
    <ReasonDialog
      open
      title="收回号段"
      label="收回理由"
      missing="请写明收回的理由，登记簿里要看得到。"
      confirm="确认收回"
      onClose={onClose}
      act={recall}
      onDone={onDone}
    >
      <p>
        <b>{device.name}</b> 有 {device.leased} 个没有用过的文号。
      </p>
      <p>收回后这些文号不再使用，也不发给别人，登记簿里记明理由和收回人。</p>
      <p>
        这台设备如果已经用其中的文号开了通知书而没有上传，上传时会被退回，内容留在设备上，要重新签发。
      </p>
    </ReasonDialog>
  );
}
