import { mayDo } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWaiting } from './use-waiting.ts';

/** For the foot of a screen: undefined for who may not issue, or where `always` is not set and nothing waits. */
export function useIssueCall(always = false) {
  const { session } = useWorkplace();
  const waiting = useWaiting();
  if (!waiting || !mayDo(session.role, 'notice.issue')) return undefined;
  if (waiting.length === 0 && !always) return undefined;
  return <IssueCall waiting={waiting.length} />;
}

/** The way to a notice, with how many problems wait for one. */
function IssueCall(props: { readonly waiting: number }) {
  return (
    <>
      <p class="action-bar-words">
        {props.waiting === 0 ? '没有待开具的问题' : <b>{props.waiting} 个问题待开具</b>}
      </p>
      <Button kind="primary" size="main" icon="notice" href="/notices/issue">
        开具督查通知书
      </Button>
    </>
  );
}
