/** The answer to a 延期申请: the day that is granted, counted out, or why not. */
import { useState } from 'preact/hooks';
import { addDays, civilDateOf, instantOf, sayDateHour } from '../../../domain/civil.ts';
import type { ExtensionRow, FindingRow } from '../../../protocol/rows/index.ts';
import { DeadlineStrip } from '../../ui/deadline-strip.tsx';
import { DeedDialog } from '../../ui/deed-dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useCalendar, useOffice } from '../../ui/use-office.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { troubleOf } from '../finding/deeds/deed-form.ts';

export function ExtensionDialog(props: {
  readonly finding: FindingRow;
  readonly asked: ExtensionRow;
  readonly answer: 'grant' | 'refuse' | null;
  readonly onClose: () => void;
}) {
  const { finding, asked, answer, onClose } = props;
  const { mutate } = useWorkplace();
  const now = useNow();
  const calendar = useCalendar();
  const closeHour = useOffice()?.closeHour ?? 18;
  const [until, setUntil] = useState(civilDateOf(asked.until));
  const [decision, setDecision] = useState('');
  const granted = answer === 'grant';
  const dueAt = instantOf(until, closeHour);
  const act = async () => {
    const words = decision.trim();
    if (!granted && words === '') return '请写明不同意的理由，责任单位要看得到。';
    const day = granted && until !== civilDateOf(asked.until) ? until : null;
    const args = { id: asked.id, granted, decision: words, until: day };
    const title = `${granted ? '同意' : '不同意'}延期：${finding.text}`;
    return troubleOf(await mutate('extension.decide', args, title));
  };
  return (
    <DeedDialog
      open={answer !== null}
      title={granted ? '同意延期' : '不同意延期'}
      confirm={granted ? '同意延期' : '不同意'}
      kind={granted ? 'primary' : 'danger'}
      onClose={onClose}
      act={act}
      onDone={() => {
        onClose();
        toast(granted ? `已同意延期至 ${sayDateHour(dueAt)}` : '已答复不同意延期');
      }}
    >
      <p>
        <b>{finding.text}</b>
      </p>
      {granted && (
        <>
          <Field
            label="延期至"
            type="date"
            value={until}
            min={addDays(civilDateOf(Math.max(now, asked.formerDueAt)), 1)}
            onInput={(date) => {
              if (date !== '') setUntil(date);
            }}
          />
          <p>
            于 <b>{sayDateHour(dueAt)}</b>前改到位
            {calendar.kindOf(until) === 'off' && '；这一天是休息日'}
          </p>
          <DeadlineStrip dueAt={dueAt} issuedAt={now} calendar={calendar} first="今天" />
        </>
      )}
      <TextArea
        label={granted ? '答复（可不填）' : '不同意的理由'}
        value={decision}
        rows={2}
        maxLength={500}
        onInput={setDecision}
      />
    </DeedDialog>
  );
}
