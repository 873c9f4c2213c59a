import type { DeviceStatus } from '../../../protocol/devices.ts';
import { SignersRevoked } from '../../../protocol/signers.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from '../office/ask.ts';

/** Resolves to why it was not done, in words; null where it was. */
export async function revokeSigners(clientId: string, reason: string): Promise<string | null> {
  const answer = await ask(`/api/devices/${clientId}/revoke`, SignersRevoked, {
    method: 'POST',
    json: { reason },
  });
  return answer.ok ? null : answer.message;
}

/** 注销签名密钥: from then on nothing that the device signs holds, but for what the books have. */
export function RevokeDialog(props: {
  readonly device: DeviceStatus;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { device, onClose, onDone } = props;
  const revoke = async (reason: string) => {
    const trouble = await revokeSigners(device.clientId, reason);
    if (trouble === null) toast('签名密钥已注销');
    return trouble;
  };
  return (
    <ReasonDialog
      open
      title="注销签名密钥"
      label="注销理由"
      missing="请写明注销的理由，以后查起来要看得到。"
      confirm="确认注销"
      usual={['设备丢失', '设备交还', '人员离岗']}
      onClose={onClose}
      act={revoke}
      onDone={onDone}
    >
      <p>
        <b>
          {device.accountName} · {device.report.label}
        </b>{' '}
        的签名密钥注销后不能恢复。
      </p>
      <p>已经入账的通知书仍然有效；这台设备以后签的、没有入账的，核验时显示“签名已注销”。</p>
      <p>这台设备还能照常签发，由服务器在入账时签名；要停用账号请到“管理”。</p>
    </ReasonDialog>
  );
}
