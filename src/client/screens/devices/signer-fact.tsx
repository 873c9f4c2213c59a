import { sayMoment } from '../../../domain/civil.ts';
import type { DeviceStatus } from '../../../protocol/devices.ts';
import type { SignerRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';

/** A store's keys, its good one first. */
export function signersOf(signers: readonly SignerRow[], clientId: string): SignerRow[] {
  return signers
    .filter((signer) => signer.clientId === clientId)
    .sort((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null));
}

export function mayBeRevoked(signers: readonly SignerRow[], clientId: string): boolean {
  return signersOf(signers, clientId)[0]?.revokedAt === null;
}

/** Whether a device signs notices itself, and the way to put an end to that. */
export function SignerFact(props: {
  readonly device: DeviceStatus;
  readonly signers: readonly SignerRow[];
  readonly onRevoke: (device: DeviceStatus) => void;
}) {
  const { device, signers, onRevoke } = props;
  const [first] = signersOf(signers, device.clientId);
  if (!first) return <>没有，由服务器签名</>;
  if (first.revokedAt !== null) {
    return (
      <>
        已注销
        <span class="t-small">
          {sayMoment(first.revokedAt)} {first.revokedBy}：{first.revokeReason}
        </span>
      </>
    );
  }
  return (
    <>
      有效
      <Button
        kind="outlined"
        size="small"
        label={`注销 ${device.accountName} ${device.report.label} 的签名密钥`}
        onClick={() => onRevoke(device)}
      >
        注销密钥
      </Button>
    </>
  );
}
