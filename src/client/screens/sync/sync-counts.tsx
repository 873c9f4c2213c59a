/** 存 · 传 · 账 · 清: four counts that add up in sight. */
import { Icon } from '../../ui/icon.tsx';
import type { Holdings } from '../../ui/use-custody.ts';

export function SyncCounts(props: { readonly held: Holdings; readonly moving: number }) {
  const { held, moving } = props;
  const left = held.saved - held.accepted;
  return (
    <dl class="sync-counts">
      <div class="tone-ok">
        <dt>
          <Icon name="device" size={24} weight={2} />
          本机已存
        </dt>
        <dd class="t-number">{held.saved}</dd>
      </div>
      <div class="tone-info">
        <dt>
          <Icon name="up" size={24} weight={2} />
          上传中
        </dt>
        <dd class="t-number sync-moving">{moving}</dd>
      </div>
      <div class="tone-ok">
        <dt>
          <Icon name="storage" size={24} weight={2} />
          服务器已入账
        </dt>
        <dd class="t-number">{held.accepted}</dd>
      </div>
      <div class={held.allAccepted ? 'tone-ok sync-clear' : 'tone-ink2 sync-not-clear'}>
        <dt>
          <Icon name={held.allAccepted ? 'check' : 'clock'} size={24} weight={2.4} />
          全部入账，可交回平板
        </dt>
        <dd class="t-list">{held.allAccepted ? '是' : `还差 ${left} 条`}</dd>
      </div>
    </dl>
  );
}
