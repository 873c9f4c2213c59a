/** 复核挂账: it stays, goes on with a fresh deadline, or is closed. */
import { useState } from 'preact/hooks';
import { addDays, civilDateOf, sayDate } from '../../../../domain/civil.ts';
import { MUTATIONS } from '../../../../protocol/mutations/index.ts';
import { DeadlinePicker } from '../../../ui/deadline-picker.tsx';
import { DeedDialog } from '../../../ui/deed-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { type DeedFormProps, troubleOf } from './deed-form.ts';
import { FIRST_AGAIN } from './fresh-deadline.tsx';

const WAYS = [
  { value: 'keep', label: '继续挂账' },
  { value: 'resume', label: '恢复办理' },
  { value: 'close', label: '已解决，销号' },
] as const;
type Way = (typeof WAYS)[number]['value'];

const DONE: Record<Way, string> = {
  keep: '继续挂账，复核日期已改',
  resume: '已恢复办理',
  close: '已销号',
};

const REVIEW_DAYS = 90;

export function ReviewShelfDialog({ finding, open, asked, onClose, onDone }: DeedFormProps) {
  const { mutate } = useWorkplace();
  const now = useNow();
  const today = civilDateOf(now);
  const { data } = MUTATIONS['finding.review'].args.safeParse(asked?.args);
  const [way, setWay] = useState<Way>(data?.result ?? 'keep');
  const [note, setNote] = useState(data?.note ?? '');
  const [reviewOn, setReviewOn] = useState(data?.reviewOn ?? addDays(today, REVIEW_DAYS));
  const [deadline, setDeadline] = useState(data?.deadline ?? FIRST_AGAIN);
  const { id, text, shelf, noticeId } = finding;
  const act = async () => {
    if (way === 'close' && note.trim() === '') return '请写明怎样解决的，记录里要看得到。';
    const args = {
      id,
      result: way,
      note: note.trim(),
      reviewOn: way === 'keep' ? reviewOn : null,
      deadline: way === 'resume' && noticeId !== null ? deadline : null,
    };
    return troubleOf(await mutate('finding.review', args, `复核挂账：${text}`, asked?.seq));
  };
  return (
    <DeedDialog
      open={open}
      title="复核挂账"
      confirm={WAYS.find(({ value }) => value === way)?.label ?? '确定'}
      kind={way === 'close' ? 'danger' : 'primary'}
      onClose={onClose}
      act={act}
      onDone={() => onDone(DONE[way])}
    >
      <p>
        <b>{text}</b>
      </p>
      {shelf && (
        <p class="t-second">
          挂账理由：{shelf.reason}；原定 {sayDate(shelf.reviewOn)}复核。
        </p>
      )}
      <Segmented
        label="复核结果"
        value={way}
        options={WAYS}
        onChange={(value) => {
          const chosen = WAYS.find((one) => one.value === value);
          if (chosen) setWay(chosen.value);
        }}
      />
      {way === 'keep' && (
        <Field
          label="下次复核日期"
          type="date"
          value={reviewOn}
          min={addDays(today, 1)}
          onInput={setReviewOn}
        />
      )}
      {way === 'resume' &&
        (noticeId === null ? (
          <p>恢复为“已记录”，可以列入通知书。</p>
        ) : (
          <DeadlinePicker value={deadline} issuedAt={now} onChange={setDeadline} />
        ))}
      <TextArea
        label={way === 'close' ? '怎样解决的' : '说明（可不填）'}
        value={note}
        rows={2}
        maxLength={500}
        onInput={setNote}
      />
    </DeedDialog>
  );
}
