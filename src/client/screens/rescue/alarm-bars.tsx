/** What is wrong with this device's store, each with what a person can do about it. */
import { sayMoment } from '../../../domain/civil.ts';
import { type Alarm, alarmsOf, lower } from '../../rescue/alarms.ts';
import { acknowledge } from '../../rescue/watch-over.ts';
import { downloadAgain } from '../../store/check.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';

export function AlarmBars() {
  const place = useWorkplace();
  return (
    <>
      {alarmsOf(place).map((alarm) => (
        <p key={keyOf(alarm)} class={`notice-bar tone-${toneOf(alarm)}`} role="alert">
          <span>{sayAlarm(alarm)}</span>
          <Remedy alarm={alarm} />
        </p>
      ))}
    </>
  );
}

function Remedy(props: { readonly alarm: Alarm }) {
  const { alarm } = props;
  const place = useWorkplace();
  const again = async () => {
    await downloadAgain(place.db);
    lower(place, (other) => other === alarm);
    place.wake();
    toast('正在重新下载，您做的内容都保留');
  };
  if (alarm.kind === 'rows-torn') {
    return (
      <Button kind="plain" onClick={again}>
        重新下载
      </Button>
    );
  }
  if (alarm.kind === 'deeds-lost' || alarm.kind === 'photos-lost') {
    return (
      <Button kind="plain" href="/sync">
        去同步页
      </Button>
    );
  }
  return (
    <Button kind="plain" onClick={() => void acknowledge(place, alarm)}>
      知道了
    </Button>
  );
}

function sayAlarm(alarm: Alarm): string {
  switch (alarm.kind) {
    case 'deeds-lost':
      return `本机待上传的内容缺了 ${alarm.count} 条（从第 ${alarm.first} 条起），后面的可能传不上去。请先导出离线包留底，再联系管理员。`;
    case 'photos-lost':
      return `${alarm.count} 张待上传照片的内容已不在本机，文字都在。请到现场补拍，或导出离线包后联系管理员。`;
    case 'rows-torn':
      return '本机下载的点位、问题等数据不一致，重新下载一次就好。您做的内容都保留。';
    case 'store-gone':
      return '您在这台设备上工作过，但本机数据已不在。联网后会说明当时还有多少没有上传。导出过离线包的，请保管好。';
    case 'work-gone':
      return sayGone(alarm.former);
  }
}

function sayGone({
  lastContact,
  unsent,
  unsentPhotos,
}: Extract<Alarm, { kind: 'work-gone' }>['former']): string {
  const held = [
    unsent > 0 ? `${unsent} 条` : '',
    unsentPhotos > 0 ? `照片 ${unsentPhotos} 张` : '',
  ].filter(Boolean);
  const left = held.length > 0 ? `当时还有 ${held.join('、')}没有上传` : '当时已全部上传';
  return `这台设备上次联系是 ${sayMoment(lastContact)}，${left}，本机数据已不在。之后没有网络时如果还做过，也不在了。导出过离线包的，可以在同步页导入；没有的，请告诉督查负责人，并重新登记。`;
}

function toneOf(alarm: Alarm): 'bad' | 'warn' {
  if (alarm.kind === 'rows-torn') return 'warn';
  if (alarm.kind !== 'work-gone') return 'bad';
  return alarm.former.unsent + alarm.former.unsentPhotos > 0 ? 'bad' : 'warn';
}

function keyOf(alarm: Alarm): string {
  return alarm.kind === 'work-gone' ? alarm.former.clientId : alarm.kind;
}
