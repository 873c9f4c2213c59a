import { useState } from 'preact/hooks';
import { sayClock, sayMoment } from '../../../domain/civil.ts';
import type { DeviceStatus } from '../../../protocol/devices.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { DeviceTable } from './device-table.tsx';
import './devices.css';
import { holds, isLost } from './holds.ts';
import { RecallDialog } from './recall-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { mayBeRevoked } from './signer-fact.tsx';
import { useDevices } from './use-devices.ts';

/** Who has unsent work on which device since when, from each device's last report. */
export function DevicesScreen() {
  const { session } = useWorkplace();
  const mayLook = session.role === 'supervisor' || session.role === 'admin';
  if (!mayLook) {
    return (
      <Page title="设备">
        <Empty icon="lock" text="设备情况只给督查负责人和管理员看。" />
      </Page>
    );
  }
  return <Devices accountId={session.accountId} mayRecall={session.role === 'supervisor'} />;
}

function Devices(props: { readonly accountId: string; readonly mayRecall: boolean }) {
  const [recalling, setRecalling] = useState<DeviceStatus | null>(null);
  const [revoking, setRevoking] = useState<DeviceStatus | null>(null);
  const { wake } = useWorkplace();
  const signers = useLive((db) => db.signer.toArray(), []) ?? [];
  const { list, trouble, asking, refresh } = useDevices(props.accountId);
  const holding = list?.devices.filter(holds).length ?? 0;
  const tool = (
    <Button kind="outlined" icon="sync" disabled={asking} onClick={() => void refresh()}>
      刷新
    </Button>
  );
  if (!list) {
    return (
      <Page title="设备" tools={tool}>
        {trouble && (
          <Empty icon={trouble.offline ? 'no-network' : 'warning'} text={trouble.message}>
            <Button kind="outlined" onClick={() => void refresh()}>
              再试一次
            </Button>
          </Empty>
        )}
      </Page>
    );
  }
  const total = list.devices.length;
  return (
    <Page
      title="设备"
      facts={`${total} = 有未入账 ${holding} + 全部入账 ${total - holding}`}
      tools={tool}
    >
      <p class={trouble ? 'devices-when stale' : 'devices-when'} role="status">
        <Icon name={trouble ? 'no-network' : 'clock'} size={18} weight={2} />
        {trouble
          ? `${trouble.message}下面是 ${sayMoment(list.serverTime)} 的情况。`
          : `${sayClock(list.serverTime)} 的情况，按各设备最后一次联系时的自报，每半分钟更新。`}
      </p>
      <p class="devices-register">
        <Button kind="plain" icon="book" href="/register" iconEnd="chevron-right">
          发文登记簿
        </Button>
      </p>
      {total === 0 ? (
        <Empty icon="device" text="还没有设备联系过服务器。在平板上登录一次，就会出现在这里。" />
      ) : (
        <DeviceTable
          devices={list.devices}
          now={list.serverTime}
          onRecall={props.mayRecall ? setRecalling : undefined}
          signers={signers}
          onRevoke={setRevoking}
        />
      )}
      {recalling && (
        <RecallDialog
          device={{
            clientId: recalling.clientId,
            name: `${recalling.accountName} · ${recalling.report.label}`,
            leased: recalling.leased,
            ...(mayBeRevoked(signers, recalling.clientId)
              ? { signer: { lost: isLost(recalling) } }
              : {}),
          }}
          onClose={() => setRecalling(null)}
          onDone={() => {
            setRecalling(null);
            wake();
            void refresh();
          }}
        />
      )}
      {revoking && (
        <RevokeDialog
          device={revoking}
          onClose={() => setRevoking(null)}
          onDone={() => {
            setRevoking(null);
            wake();
          }}
        />
      )}
    </Page>
  );
}
