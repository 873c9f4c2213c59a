/** 登记结果 of one handoff by hand, where the platform has answered by telephone or on paper. */
import { civilDateOf } from '../../../domain/civil.ts';
import { Button } from '../../ui/button.tsx';
import { DeadlinePicker } from '../../ui/deadline-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { HandoffLine } from './hand-offs.ts';
import { sayHandoff } from './say-handoff.ts';
import {
  RESULT_WORDS,
  resultsFor,
  type SettleRedo,
  type SettleResult,
  undated,
  useSettling,
} from './use-settling.ts';

/** Those that the platform gives under a case number. */
const CASE_RESULTS: readonly SettleResult[] = ['filed', 'closed', 'renumbered'];

const NOTES: Readonly<Record<SettleResult, string>> = {
  filed: '备注（可不填）',
  declined: '不立案的原因',
  closed: '处理结果（可不填）',
  back: '收回的原因',
  renumbered: '更正的原因',
};

const CONSEQUENCES: Readonly<Record<SettleResult, string>> = {
  filed: '记下案号，等平台结案。',
  declined: '问题回到原来的办理：没有列过通知书的可以再列，列过的由责任单位整改。',
  closed: '问题就此销号。',
  back: '问题回到原来的办理，不再等平台。',
  renumbered: '原来的案号写错了：改成正确的，两个都留在经过里。',
};

export function SettleDialog(props: {
  readonly line: HandoffLine;
  readonly redo: SettleRedo | null;
  readonly onClose: () => void;
}) {
  const { line, redo, onClose } = props;
  const form = useSettling(line, redo);
  const now = useNow();
  const results = resultsFor(line);
  const { result } = form;
  const submit = async () => {
    if (!(await form.settle())) return;
    toast(`已登记：${RESULT_WORDS[result]}`);
    onClose();
  };
  return (
    <Dialog
      title={results.length === 1 ? '收回移交' : '登记移交结果'}
      look="sheet"
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="outlined" onClick={onClose}>
            取消
          </Button>
          <Button kind="primary" disabled={form.busy} onClick={submit}>
            {undated(result) ? RESULT_WORDS[result] : `登记${RESULT_WORDS[result]}`}
          </Button>
        </>
      }
    >
      <p>
        <b>{line.finding.text}</b>
        <br />
        <span class="t-second">{sayHandoff(line.handoff)}</span>
      </p>
      {results.length > 1 && (
        <Segmented
          label="结果"
          value={result}
          onChange={(value) => {
            const next = results.find((one) => one === value);
            if (next) form.setResult(next);
          }}
          options={results.map((value) => ({ value, label: RESULT_WORDS[value] }))}
        />
      )}
      <p>{CONSEQUENCES[result]}</p>
      {CASE_RESULTS.includes(result) && (
        <Field
          label="外部案号"
          value={form.caseNumber}
          maxLength={60}
          disabled={line.handoff.caseNumber !== '' && result !== 'renumbered'}
          onInput={form.setCaseNumber}
        />
      )}
      {!undated(result) && (
        <Field
          label={`${RESULT_WORDS[result]}日期`}
          type="date"
          max={civilDateOf(now)}
          value={form.date}
          onInput={(date) => {
            if (date !== '') form.setDate(date);
          }}
        />
      )}
      <TextArea
        label={NOTES[result]}
        value={form.note}
        rows={2}
        maxLength={500}
        onInput={form.setNote}
      />
      {form.needsDeadline && (
        <DeadlinePicker value={form.deadline} onChange={form.setDeadline} issuedAt={now} />
      )}
      {form.trouble !== '' && (
        <p class="field-error" role="alert">
          {form.trouble}
        </p>
      )}
    </Dialog>
  );
}
