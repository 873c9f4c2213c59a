/** 消息外发: what may leave the office, all of it off until it is opened here. */
import './outlet.css';
import { useState } from 'preact/hooks';
import { OutletAnswer, type OutletPatch } from '../../../protocol/messages.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from './ask.ts';
import { HookForm } from './hook-form.tsx';
import { HookItems } from './hook-items.tsx';
import { Trouble } from './trouble.tsx';
import { useAnswer } from './use-answer.ts';

export function OutletPart() {
  const { answer, again } = useAnswer('/api/outlet', OutletAnswer);
  const [changed, setChanged] = useState<OutletAnswer | null>(null);
  const [trouble, setTrouble] = useState('');
  if (!answer) return null;
  if (!answer.ok) return <Trouble answer={answer} onAgain={again} />;
  const outlet = changed ?? answer.value;
  const patch = async (json: OutletPatch, said: string) => {
    const next = await ask('/api/outlet', OutletAnswer, { method: 'PATCH', json });
    setTrouble(next.ok ? '' : next.message);
    if (!next.ok) return;
    // A key that was made meanwhile is there, whichever answer comes first.
    setChanged((now) => ({
      ...next.value,
      hasSecret: next.value.hasSecret || now?.hasSecret === true,
    }));
    toast(said);
  };
  return (
    <div class="outlet">
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
      <PushPart outlet={outlet} patch={patch} />
      <HookForm
        outlet={outlet}
        patch={patch}
        onSecret={() => setChanged((now) => ({ ...(now ?? answer.value), hasSecret: true }))}
      />
      <HookItems
        items={outlet.items}
        onChanged={setChanged}
        onRefresh={() => {
          setChanged(null);
          again();
        }}
      />
    </div>
  );
}

export interface OutletParts {
  readonly outlet: OutletAnswer;
  readonly patch: (json: OutletPatch, said: string) => Promise<void>;
}

function PushPart({ outlet, patch }: OutletParts) {
  const { pushAllowed, pushDevices } = outlet;
  return (
    <section class="outlet-part" aria-labelledby="push-head">
      <h2 id="push-head" class="t-list">
        网页推送 · {pushAllowed ? '已允许' : '未允许'}
      </h2>
      <p>
        允许后，每个人可以在自己的“我的账号”里，为手上的设备打开新消息提醒。提醒只写“有新消息”、事由和链接，不写单位、地点和姓名；它由本服务器发给浏览器厂商的推送服务（Google、Mozilla、微软、苹果、华为），再送到设备。不允许时，服务器不会联系这些服务。
      </p>
      {pushAllowed && <p class="t-second">现有 {pushDevices} 台设备打开了提醒。</p>}
      <div>
        <Button
          kind={pushAllowed ? 'outlined' : 'primary'}
          onClick={() =>
            void patch(
              { pushAllowed: !pushAllowed },
              pushAllowed ? '已不允许网页推送' : '已允许网页推送',
            )
          }
        >
          {pushAllowed ? '不再允许' : '允许网页推送'}
        </Button>
      </div>
    </section>
  );
}
