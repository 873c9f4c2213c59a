/** A contradicted line: a person says whether the receipt holds, or what is on record. */
import { useState } from 'preact/hooks';
import type { DeadlineChoice } from '../../../domain/deadline.ts';
import { type ReceiptEntry, ReceiptReport, sayEntry, saySteps } from '../../../protocol/handoff.ts';
import { Button } from '../../ui/button.tsx';
import { DeadlinePicker } from '../../ui/deadline-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { ask } from '../office/ask.ts';

export function DecideDialog(props: {
  readonly receiptId: string;
  readonly entry: ReceiptEntry;
  readonly onClose: () => void;
  readonly onDone: (report: ReceiptReport) => void;
}) {
  const { receiptId, entry, onClose } = props;
  const { wake } = useWorkplace();
  const now = useNow();
  const possible = entry.steps.length > 0;
  const [take, setTake] = useState(false);
  const [note, setNote] = useState('');
  const [deadline, setDeadline] = useState<DeadlineChoice>({ kind: 'days', days: 7 });
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const returns =
    entry.ours?.noticed === true && entry.steps.some(({ result }) => result === 'declined');
  const submit = async () => {
    if (note.trim() === '') {
      setTrouble('请写明是怎么核实的，对账结果里要看得到。');
      return;
    }
    setBusy(true);
    const path = `/api/handoff/receipts/${encodeURIComponent(receiptId)}/decide`;
    const json = {
      line: entry.lines[0] ?? 0,
      take,
      note: note.trim(),
      deadline: take && returns ? deadline : null,
    };
    const answer = await ask(path, ReceiptReport, { method: 'POST', json });
    setBusy(false);
    if (!answer.ok) {
      setTrouble(answer.message);
      return;
    }
    wake();
    props.onDone(answer.value);
  };
  return (
    <Dialog
      title="回执有矛盾，怎么办"
      look="sheet"
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="primary" disabled={busy} onClick={submit}>
            {take ? '按回执办' : '不采用'}
          </Button>
        </>
      }
    >
      <p>
        <b>{entry.ours?.text}</b>
        <br />
        {sayEntry(entry)}。
      </p>
      {possible ? (
        <Segmented
          label="怎么办"
          value={take ? 'take' : 'keep'}
          onChange={(value) => setTake(value === 'take')}
          options={[
            { value: 'keep', label: '不采用' },
            { value: 'take', label: '按回执办' },
          ]}
        />
      ) : (
        <p class="t-second">这一条不能按回执办；核实后请平台改正回执表，再导入一次。</p>
      )}
      <p>{take ? `按回执办：${saySteps(entry)}。` : '问题保持现在的状态，这一条记为不采用。'}</p>
      {take && returns && <DeadlinePicker value={deadline} onChange={setDeadline} issuedAt={now} />}
      <TextArea
        label="核实情况"
        value={note}
        rows={2}
        maxLength={500}
        error={trouble}
        onInput={setNote}
      />
    </Dialog>
  );
}
