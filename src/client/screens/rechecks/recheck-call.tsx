/** Where an inspector looks first: that something waits for a visit, and the way there. */
import './rechecks.css';
import { mayDo } from '../../../domain/role.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useRechecks } from './use-rechecks.ts';

export function RecheckCall() {
  const { role } = useWorkplace().session;
  const all = useRechecks();
  const accepted = all?.filter((one) => one.accepted).length ?? 0;
  if (!all || all.length === 0 || !mayDo(role, 'finding.verify')) return null;
  return (
    <a class="recheck-call" href="/rechecks">
      <Icon name="camera" size={22} />
      <span>{accepted > 0 ? `待复查 ${accepted}` : `刚反馈 ${all.length}，可以复查`}</span>
      <Icon name="chevron-right" size={18} weight={2} />
    </a>
  );
}
