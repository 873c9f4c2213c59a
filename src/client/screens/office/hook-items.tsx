/** What the gateway has still to be told, what it would not take, and what it took. */
import { sayMoment } from '../../../domain/civil.ts';
import { tellingOf } from '../../../domain/notify.ts';
import { type HookItem, OutletAnswer } from '../../../protocol/messages.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from './ask.ts';

export function HookItems(props: {
  readonly items: readonly HookItem[];
  readonly onChanged: (outlet: OutletAnswer) => void;
  readonly onRefresh: () => void;
}) {
  const { items, onChanged, onRefresh } = props;
  const again = async (id: string) => {
    const path = `/api/outlet/items/${id}/retry`;
    const answer = await ask(path, OutletAnswer, { method: 'POST', json: {} });
    toast(answer.ok ? '已排到待发，马上重试' : answer.message);
    if (answer.ok) onChanged(answer.value);
  };
  const dead = items.filter((one) => one.state === 'dead').length;
  const waiting = items.filter((one) => one.state === 'waiting').length;
  return (
    <section class="outlet-part" aria-labelledby="items-head">
      <div class="outlet-head">
        <h2 id="items-head" class="t-list">
          外发记录 · 待发 {waiting} 条，没发成 {dead} 条
        </h2>
        <Button kind="outlined" size="small" icon="sync" onClick={onRefresh}>
          刷新
        </Button>
      </div>
      {items.length === 0 && (
        <p class="t-second">还没有外发过。打开外发后，有新消息就会出现在这里。</p>
      )}
      <ul class="hook-items">
        {items.map((item) => (
          <li key={item.id}>
            <div>
              <p>
                <b>{tellingOf(item.kind)?.say ?? item.kind}</b> · {sayMoment(item.madeAt)}
              </p>
              <p class={item.state === 'dead' ? 'hook-dead' : 't-second'}>{stateOf(item)}</p>
            </div>
            {item.state !== 'sent' && (
              <Button kind="outlined" size="small" onClick={() => void again(item.id)}>
                重试
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ state, tries, nextAt, error }: HookItem): string {
  if (state === 'sent') return '已发出';
  if (state === 'dead') return `试了 ${tries} 次没有发成，已搁置：${error}`;
  if (tries === 0) return '待发';
  return `试了 ${tries} 次：${error}；${sayMoment(nextAt)} 再试，后面的依次等着`;
}
