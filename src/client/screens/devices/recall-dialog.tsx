import { useState } from 'preact/hooks';
import type { DeviceStatus } from '../../../protocol/devices.ts';
import { NumbersRecalled } from '../../../protocol/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from '../office/ask.ts';

/** 收回号段: the numbers that a device holds unused are taken back on record, for good. */
export function RecallDialog(props: {
  readonly device: DeviceStatus;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { device, onClose, onDone } = props;
  const [reason, setReason] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const recall = async () => {
    if (reason.trim() === '') {
      setError('请写明收回的理由，登记簿里要看得到。');
      return;
    }
    setBusy(true);
    const answer = await ask(`/api/devices/${device.clientId}/recall`, NumbersRecalled, {
      method: 'POST',
      json: { reason: reason.trim() },
    });
    setBusy(false);
    if (!answer.ok) {
      setError(answer.message);
      return;
    }
    toast(`已收回 ${answer.value.numbers.length} 个文号`);
    onDone();
  };
  return (
    <Dialog
      title="收回号段"
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="danger" disabled={busy} onClick={recall}>
            确认收回
          </Button>
        </>
      }
    >
      <p>
        <b>
          {device.accountName} · {device.report.label}
        </b>{' '}
        有 {device.leased} 个没有用过的文号。
      </p>
      <p>收回后这些文号不再使用，也不发给别人，登记簿里记明理由和收回人。</p>
      <p>
        这台设备如果已经用其中的文号开了通知书而没有上传，上传时会被退回，内容留在设备上，要重新签发。
      </p>
      <TextArea
        label="收回理由"
        value={reason}
        onInput={(value) => {
          setReason(value);
          setError('');
        }}
        maxLength={500}
        error={error}
      />
    </Dialog>
  );
}
