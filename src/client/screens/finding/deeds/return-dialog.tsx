/** 退回整改: why, in words that the unit can act on, and until when. */
import { useState } from 'preact/hooks';
import { MUTATIONS } from '../../../../protocol/mutations/index.ts';
import { makeId } from '../../../devices/uuid.ts';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { type DeedFormProps, troubleOf } from './deed-form.ts';
import { FIRST_AGAIN, FreshDeadline, freshChoice } from './fresh-deadline.tsx';

const USUAL = [
  '没有改到位',
  '照片看不出整改情况',
  '照片与问题不是同一处',
  '只有说明，没有整改结果',
];

export function ReturnDialog({ finding, open, asked, onClose, onDone }: DeedFormProps) {
  const { mutate } = useWorkplace();
  const now = useNow();
  const { data } = MUTATIONS['reply.return'].args.safeParse(asked?.args);
  const [deadline, setDeadline] = useState(data ? data.deadline : FIRST_AGAIN);
  const { id, text, dueAt } = finding;
  return (
    <ReasonDialog
      open={open}
      title="退回整改"
      label="退回的理由"
      missing="请写明退回的理由，责任单位要看得到。"
      confirm="退回整改"
      usual={USUAL}
      first={data?.reason ?? ''}
      onClose={onClose}
      act={async (reason) => {
        const args = {
          id,
          recheckId: makeId(),
          reason,
          deadline: freshChoice(deadline, dueAt, now),
        };
        return troubleOf(await mutate('reply.return', args, `退回整改：${text}`, asked?.seq));
      }}
      onDone={() => onDone('已退回，责任单位会看到理由和新的期限')}
    >
      <p>
        <b>{text}</b>
      </p>
      <p class="t-second">退回后计一次返工，责任单位按新的期限重新反馈。</p>
      <FreshDeadline dueAt={dueAt} value={deadline} now={now} onChange={setDeadline} />
    </ReasonDialog>
  );
}
