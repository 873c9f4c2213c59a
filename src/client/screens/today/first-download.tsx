import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { syncStatus } from '../../workplace.ts';

/** The first download on this device: how much has come, and what to do where nothing comes. */
export function FirstDownload() {
  const { wake } = useWorkplace();
  const { phase, pulled, failure } = syncStatus.value;
  if (phase === 'offline' || failure) {
    return (
      <Empty
        icon="no-network"
        text={
          failure?.message ??
          '点位和清单还没有下载到本机，请连上网络。下载一次以后，没有网络也能用。'
        }
      >
        <Button kind="primary" icon="sync" onClick={wake}>
          再试一次
        </Button>
      </Empty>
    );
  }
  return (
    <div class="first-download" role="status">
      <p class="t-strong">正在下载点位、清单和单位，只需一次</p>
      <div class="first-bar" aria-hidden="true" />
      <p class="t-second">已收到 {pulled.toLocaleString('zh-CN')} 条。可以离开此页，下载会继续。</p>
    </div>
  );
}
