/** The line to the office, and the numbers that the device holds. */
import { sayClock, sayMoment } from '../../../domain/civil.ts';
import { sayNumber } from '../../../domain/notice-number.ts';
import { sayClockOff } from '../../devices/clock.ts';
import type { LeaseRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { fullStop } from '../../ui/full-stop.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { syncStatus } from '../../workplace.ts';
import { WifiChoice } from './wifi-choice.tsx';

const PHASES = {
  idle: '已连上服务器',
  syncing: '正在同步',
  photos: '正在上传照片',
  offline: '没有网络',
  'signed-out': '需要重新登录',
  stopped: '同步已暂停',
} as const;

export function LineBox() {
  const { wake } = useWorkplace();
  const { phase, failure, lastContact, offset } = syncStatus.value;
  const off = sayClockOff(offset);
  const today = useNow();
  const never = lastContact === null;
  const contact = never ? 0 : lastContact + (offset ?? 0);
  const recent = today - contact < 12 * 3_600_000;
  const clock = recent ? sayClock(contact) : sayMoment(contact);
  return (
    <section class="side-box">
      <h2 class="t-strong">
        <Icon name={phase === 'offline' ? 'no-network' : 'signal'} size={22} />
        网络
        <span class="side-fact">
          {never && phase === 'idle' ? '还没有连过服务器' : PHASES[phase]}
        </span>
      </h2>
      <p class="t-second">
        {never ? '还没有连上过服务器' : `上次联系 ${clock}`}
        {offset !== null &&
          off === null &&
          ` · 本机时钟差 ${Math.round(Math.abs(offset) / 1000)} 秒`}
      </p>
      {off !== null && (
        <p class="side-note tone-warn">
          <Icon name="clock" size={20} />
          <span>{off}。</span>
        </p>
      )}
      {failure && (
        <p class="side-note tone-bad" role="status">
          <Icon name="warning" size={20} />
          <span>{fullStop(failure.message)}</span>
        </p>
      )}
      {phase === 'signed-out' && (
        <Button kind="primary" icon="lock" href="/login?to=/sync" wide>
          重新登录
        </Button>
      )}
      <WifiChoice />
      <Button kind="outlined" icon="sync" onClick={wake} wide>
        立即同步
      </Button>
    </section>
  );
}

export function NumbersBox(props: { readonly leases: readonly LeaseRow[] }) {
  const { leases } = props;
  return (
    <section class="side-box">
      <h2 class="t-strong">
        <Icon name="key" size={22} />
        发文号段
        <span class="side-fact">余 {leases.length} 个</span>
      </h2>
      <p class="t-second">
        {leases.length === 0
          ? '没有文号时，通知书先写“编号待定”，同步后由服务器编号。'
          : sayLeases(leases)}
      </p>
    </section>
  );
}

function sayLeases(leases: readonly LeaseRow[]): string {
  const sorted = [...leases].sort((a, b) => a.year - b.year || a.seq - b.seq);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return '';
  const whole = last.year === first.year && last.seq - first.seq === sorted.length - 1;
  if (sorted.length === 1) return sayNumber(first);
  return whole
    ? sayNumber(first).replace('号', `–${last.seq}号`)
    : sorted.map(sayNumber).join('、');
}
