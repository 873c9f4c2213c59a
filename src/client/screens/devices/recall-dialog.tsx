import './recall-dialog.css';
import { useState } from 'preact/hooks';
import { NumbersRecalled } from '../../../protocol/numbers.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from '../office/ask.ts';
import { revokeSigners } from './revoke-dialog.tsx';

/** 收回号段: the numbers that a device holds unused are taken back on record, for good. */
export function RecallDialog(props: {
  readonly device: {
    readonly clientId: string;
    /** Whose it is and what it calls itself. */
    readonly name: string;
    readonly leased: number;
    /** What is known of its signing key, where it has one that is good: then that may end with it. */
    readonly signer?: { readonly lost: boolean };
  };
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { device, onClose, onDone } = props;
  const { signer } = device;
  const [alsoKey, setAlsoKey] = useState(signer?.lost ?? false);
  const recall = async (reason: string) => {
    const answer = await ask(`/api/devices/${device.clientId}/recall`, NumbersRecalled, {
      method: 'POST',
      json: { reason },
    });
    if (!answer.ok) return answer.message;
    const trouble = signer && alsoKey ? await revokeSigners(device.clientId, reason) : null;
    const recalled = `已收回 ${answer.value.numbers.length} 个文号`;
    toast(trouble === null ? recalled : `${recalled}，签名密钥没有注销：${trouble}`);
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
      {signer && (
        <label class="recall-key">
          <input
            type="checkbox"
            checked={alsoKey}
            onChange={({ currentTarget }) => setAlsoKey(currentTarget.checked)}
          />
          同时注销这台设备的签名密钥（设备丢失时应当注销）
        </label>
      )}
    </ReasonDialog>
  );
}
