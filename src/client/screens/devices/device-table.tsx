import { sayMoment } from '../../../domain/civil.ts';
import type { DeviceStatus } from '../../../protocol/devices.ts';
import type { SignerRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { GivenUpList } from './given-up-list.tsx';
import { holds, isLost } from './holds.ts';
import { SignerFact } from './signer-fact.tsx';

/** What is lost first, then who holds unsent work, the oldest on top; then by last contact. */
export function inUrgency(devices: readonly DeviceStatus[]): DeviceStatus[] {
  const since = (device: DeviceStatus) => device.report.unsentSince ?? Number.POSITIVE_INFINITY;
  return [...devices].sort(
    (a, b) =>
      Number(isLost(b)) - Number(isLost(a)) ||
      Number(holds(b)) - Number(holds(a)) ||
      since(a) - since(b) ||
      b.lastContact - a.lastContact,
  );
}

export function DeviceTable(props: {
  readonly devices: readonly DeviceStatus[];
  /** Server's time (ms) of the answer. */
  readonly now: number;
  /** Absent for who may not take numbers back. */
  readonly onRecall?: ((device: DeviceStatus) => void) | undefined;
  readonly signers: readonly SignerRow[];
  readonly onRevoke: (device: DeviceStatus) => void;
}) {
  const { onRecall } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard.
    <ul class="devices" aria-label="设备" tabIndex={0}>
      {inUrgency(props.devices).map((device) => (
        <li
          key={device.clientId}
          class={isLost(device) ? 'device lost' : holds(device) ? 'device holding' : 'device'}
        >
          <div class="device-who">
            <p class="t-strong">{device.accountName}</p>
            <p class="t-second">{device.report.label}</p>
          </div>
          <div class="device-unsent">
            {isLost(device) ? <Lost device={device} /> : <Unsent device={device} now={props.now} />}
          </div>
          <dl class="device-facts">
            <div>
              <dt>上次联系</dt>
              <dd>
                {sayMoment(device.lastContact)}
                <span class="t-small">{sayAgo(props.now - device.lastContact)}</span>
              </dd>
            </div>
            <div>
              <dt>未用文号</dt>
              <dd class="device-numbers">
                {device.leased} 个
                {onRecall && device.leased > 0 && (
                  <Button
                    kind="outlined"
                    size="small"
                    label={`收回 ${device.accountName} ${device.report.label} 的号段`}
                    onClick={() => onRecall(device)}
                  >
                    收回号段
                  </Button>
                )}
              </dd>
            </div>
            <div>
              <dt>签名密钥</dt>
              <dd class="device-numbers">
                <SignerFact device={device} signers={props.signers} onRevoke={props.onRevoke} />
              </dd>
            </div>
            <div>
              <dt>可用空间</dt>
              <dd>{sayBytes(device.report.storageFree)}</dd>
            </div>
            <div>
              <dt>程序版本</dt>
              <dd>{device.report.appVersion}</dd>
            </div>
          </dl>
          {device.report.storageError !== null && (
            <p class="device-error">
              <Icon name="warning" size={18} weight={2} />
              存储出错：{device.report.storageError}
            </p>
          )}
          {device.givenUp.length > 0 && <GivenUpList rows={device.givenUp} />}
        </li>
      ))}
    </ul>
  );
}

/** Its browser came back without what it held; what of that is in no file either is gone. */
function Lost(props: { readonly device: DeviceStatus }) {
  const { report, lostAt, parcelAt } = props.device;
  const left = sayLeft(report);
  return (
    <>
      <p class="device-refused tone-bad">
        <Icon name="warning" size={18} weight={2.4} />
        数据已丢失（{left === '' ? '未传 0 条' : left}）
      </p>
      {lostAt !== null && <p class="t-second">{sayMoment(lostAt)} 发现本机数据已不在</p>}
      {parcelAt !== null && <p class="t-second">{sayMoment(parcelAt)} 导入过离线包</p>}
    </>
  );
}

function sayLeft({ unsent, unsentPhotos }: DeviceStatus['report']): string {
  return [unsent > 0 ? `未传 ${unsent} 条` : '', unsentPhotos > 0 ? `照片 ${unsentPhotos} 张` : '']
    .filter(Boolean)
    .join('，');
}

function Unsent(props: { readonly device: DeviceStatus; readonly now: number }) {
  const { report } = props.device;
  if (!holds(props.device)) {
    return (
      <p class="device-clear tone-ok">
        <Icon name="check" size={18} weight={2.6} />
        全部入账
      </p>
    );
  }
  const waiting = sayLeft(report);
  return (
    <>
      {waiting !== '' && (
        <p class="device-waiting tone-warn">
          <Icon name="clock" size={18} weight={2.4} />
          {waiting}
        </p>
      )}
      {report.unsentSince !== null && (
        <p class="t-second">
          最早 {sayMoment(report.unsentSince)}，{sayAgo(props.now - report.unsentSince)}
        </p>
      )}
      {report.refused > 0 && (
        <p class="device-refused tone-bad">
          <Icon name="cross" size={18} weight={2.6} />
          未被接受 {report.refused} 条
        </p>
      )}
    </>
  );
}

/** `刚刚`, `12 分钟前`, `3 小时前`, `2 天前`. */
export function sayAgo(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
}

function sayBytes(bytes: number | null): string {
  if (bytes === null) return '未知';
  const gigabytes = bytes / 1e9;
  return gigabytes >= 1 ? `${gigabytes.toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`;
}
