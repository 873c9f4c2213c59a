/** What will happen, under which number, and the one button that does it. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { sayNoticeName } from '../../../domain/notice-number.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { makeId } from '../../devices/uuid.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { IssueDraft } from './use-issue.ts';

export function IssueFoot({ draft }: { readonly draft: IssueDraft }) {
  const { route } = useLocation();
  const { db, issueNotice } = useWorkplace();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const { chosen, group, number, numbersLeft, due, deadline, replaces } = draft;
  const { unitId, roundId } = group;
  const unitName = draft.unitRows.get(unitId)?.shortName ?? '';
  const missing = whatIsMissing(draft);
  const issue = async () => {
    const [first] = chosen;
    if (!first || !due.ok || busy) return;
    setBusy(true);
    setTrouble('');
    try {
      const id = makeId();
      const outcome = await issueNotice(
        {
          id,
          roundId,
          teamId: first.teamId,
          unitId,
          findingIds: chosen.map((finding) => finding.id),
          deadline,
          replaces: replaces?.id ?? null,
        },
        `签发通知书：${unitName}，${chosen.length} 个问题`,
        draft.redoes,
      );
      if (!outcome.ok) {
        setTrouble(sayRefusal(outcome.reason, outcome.detail));
        return;
      }
      draft.done();
      route(`/notices/${id}`, true);
      const issued = await db.notice.get(id);
      toast(`已签发 ${sayNoticeName(issued?.number ?? null)}`);
    } catch (error) {
      console.error(error);
      setTrouble('没有存上，选好的内容都在，请再试一次。');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div class="action-bar-words issue-number">
        {trouble !== '' && (
          <p class="issue-trouble" role="alert">
            {trouble}
          </p>
        )}
        <p class="t-small">
          {number
            ? `号段领用 · 本机余 ${numbersLeft} 个`
            : '本机没有可用的文号，联网入账时由服务器编号'}
        </p>
        <p class="t-list">{sayNoticeName(number)}</p>
        {replaces && <p class="t-small">替代已作废的 {sayNoticeName(replaces.number)}</p>}
        <p class="t-small">{missing ?? '签发后不能改，只能作废。'}</p>
      </div>
      <Button
        kind="primary"
        size="main"
        icon="stamp"
        disabled={missing !== null || busy}
        onClick={issue}
      >
        签发
      </Button>
    </>
  );
}

/** Why it can't be issued yet; null where it can. */
function whatIsMissing(draft: IssueDraft): string | null {
  if (draft.chosen.length === 0) return '先选至少一个问题。';
  return draft.due.ok ? null : '先定下整改期限。';
}
