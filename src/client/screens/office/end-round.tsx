import { useState } from 'preact/hooks';
import { RoundAnswer } from '../../../protocol/admin.ts';
import { DeviceList } from '../../../protocol/devices.ts';
import type { RoundRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { holds } from '../devices/holds.ts';
import { ask } from './ask.ts';
import { useAnswer } from './use-answer.ts';

/** Ends a round for good. What tablets still hold of it would come back refused, so they are counted first. */
export function EndRound(props: {
  readonly round: RoundRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { round, onClose, onDone } = props;
  const { wake } = useWorkplace();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    const answer = await ask(`/api/rounds/${round.id}`, RoundAnswer, {
      method: 'PATCH',
      json: { state: 'closed' },
    });
    setBusy(false);
    setTrouble(answer.ok ? '' : answer.message);
    if (!answer.ok) return;
    wake();
    toast(`${round.name} 已结束`);
    onDone();
  };
  return (
    <Dialog
      title="结束本轮"
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="danger" disabled={busy} onClick={end}>
            结束本轮
          </Button>
        </>
      }
    >
      <p>
        <b>{round.name}</b>
      </p>
      <p>
        结束后不能再打开，也不能再登记检查和问题。已经登记的问题照常开具通知书，结果都留着可以查。
      </p>
      <Unsent />
      {trouble !== '' && (
        <p class="office-trouble" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  );
}

function Unsent() {
  const { answer } = useAnswer('/api/devices', DeviceList);
  const holding = answer?.ok ? answer.value.devices.filter(holds).length : 0;
  return (
    <p role="status">
      {holding > 0
        ? `现在有 ${holding} 台设备还有没入账的内容，其中本轮的登记以后上传会被退回。`
        : '平板上还没上传的本轮登记，以后上传会被退回。'}
      结束前请先在<a href="/devices">设备</a>里看清都已入账。
    </p>
  );
}
