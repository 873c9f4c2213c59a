/** 网页推送: off unless this person asks for it on this device, and the office allows it. */
import { useEffect, useState } from 'preact/hooks';
import { Done, PushOffer } from '../../../protocol/messages.ts';
import { type PushState, pushState, subscribe, unsubscribe } from '../../devices/push.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.tsx';
import { ask } from '../office/ask.ts';

export function PushChoice() {
  const [offer, setOffer] = useState<PushOffer | null>(null);
  const [state, setState] = useState<PushState | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let alive = true;
    Promise.all([ask('/api/push', PushOffer), pushState()]).then(([answer, now]) => {
      if (!alive) return;
      setOffer(answer.ok ? answer.value : null);
      setState(now);
    });
    return () => {
      alive = false;
    };
  }, []);
  // Where the office does not allow it, there is nothing to choose.
  if (!state || (!offer?.allowed && state.kind !== 'on')) return null;
  if (state.kind === 'unsupported') return null;
  const turnOn = async () => {
    if (!offer) return;
    setBusy(true);
    const trouble = await openOn(offer);
    setBusy(false);
    setState(await pushState());
    toast(trouble ?? '这台设备会收到新消息提醒');
  };
  const turnOff = async () => {
    setBusy(true);
    await stopPush();
    setBusy(false);
    setState(await pushState());
  };
  return (
    <div class="account-push">
      <p class="account-hint">
        <Icon name="bell" size={20} />
        <span>
          {state.kind === 'denied'
            ? '浏览器里已拒绝通知。要打开提醒，请先在浏览器设置里允许本站通知。'
            : '新消息提醒：本页没打开时，这台设备也会提示“有新消息”。提示里没有单位、地点和姓名；它经浏览器厂商的推送服务送达。默认关闭。'}
        </span>
      </p>
      {state.kind === 'off' && (
        <Button kind="outlined" icon="bell" disabled={busy} onClick={() => void turnOn()}>
          在这台设备上打开提醒
        </Button>
      )}
      {state.kind === 'on' && (
        <Button kind="outlined" icon="bell" disabled={busy} onClick={() => void turnOff()}>
          关闭这台设备的提醒
        </Button>
      )}
    </div>
  );
}

/** Answers why it was not opened, in words; null where it was. */
async function openOn(offer: PushOffer): Promise<string | null> {
  try {
    const address = await subscribe(offer);
    if (!address) return '没有打开：浏览器没有允许通知';
    const answer = await ask('/api/push', Done, { method: 'POST', json: address });
    if (answer.ok) return null;
    await unsubscribe();
    return answer.message;
  } catch (error) {
    console.info('浏览器没有登记推送', error);
    return '没有打开：连不上这个浏览器的推送服务';
  }
}

/** Also before somebody else signs in here: what comes is not theirs. */
export async function stopPush(): Promise<void> {
  try {
    const endpoint = await unsubscribe();
    if (endpoint === null) return;
    await ask('/api/push/forget', Done, { method: 'POST', json: { endpoint } });
  } catch (error) {
    // The service then says that it does not know the device, and the office forgets it.
    console.info('推送没有注销干净', error);
  }
}
