/** 作废 of a problem, with its reason. */
import { MUTATIONS } from '../../../../protocol/mutations/index.ts';
import { useWorkplace } from '../../../ui/use-workplace.ts';
import { VoidDialog } from '../void-dialog.tsx';
import type { DeedFormProps } from './deed-form.ts';

export function VoidForm({ finding, open, asked, onClose, onDone }: DeedFormProps) {
  const { mutate } = useWorkplace();
  const { id, text } = finding;
  return (
    <VoidDialog
      open={open}
      title="作废问题"
      subject={text}
      consequence="作废后不能恢复；问题和理由都留在记录里，不会删除。"
      first={MUTATIONS['finding.void'].args.safeParse(asked?.args).data?.reason ?? ''}
      onClose={onClose}
      act={(reason) => mutate('finding.void', { id, reason }, `作废问题：${text}`, asked?.seq)}
      onDone={() => onDone('已作废，理由已记入经过')}
    />
  );
}
