/** 挂账: what needs a project, and when it is looked at again. */
import { useState } from 'preact/hooks';
import { addDays, civilDateOf } from '../../../../domain/civil.ts';
import { MUTATIONS } from '../../../../protocol/mutations/index.ts';
import { Field } from '../../../ui/field.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { type DeedFormProps, troubleOf } from './deed-form.ts';

const USUAL = [
  '需要立项改造',
  '涉及历史遗留，需要多部门协调',
  '等待年度资金安排',
  '拆迁或施工期内',
];
/** A quarter: what needs a project moves no faster. */
const REVIEW_DAYS = 90;

export function ShelveDialog({ finding, open, asked, onClose, onDone }: DeedFormProps) {
  const { mutate } = useWorkplace();
  const today = civilDateOf(useNow());
  const { data } = MUTATIONS['finding.shelve'].args.safeParse(asked?.args);
  const [reviewOn, setReviewOn] = useState(data?.reviewOn ?? addDays(today, REVIEW_DAYS));
  const { id, text } = finding;
  return (
    <ReasonDialog
      open={open}
      title="挂账"
      label="挂账的理由"
      missing="请写明为什么短期内改不了。"
      confirm="挂账"
      usual={USUAL}
      first={data?.reason ?? ''}
      onClose={onClose}
      act={async (reason) =>
        troubleOf(
          await mutate('finding.shelve', { id, reason, reviewOn }, `挂账：${text}`, asked?.seq),
        )
      }
      onDone={() => onDone('已挂账，到期会列入复核')}
    >
      <p>
        <b>{text}</b>
      </p>
      <p class="t-second">挂账期间不计超期；到复核日期会出现在审核台，由您决定继续、恢复或销号。</p>
      <Field
        label="复核日期"
        type="date"
        value={reviewOn}
        min={addDays(today, 1)}
        onInput={setReviewOn}
      />
    </ReasonDialog>
  );
}
