import { mayDo } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { awaitsNotice } from '../issue/candidates.ts';
import { FindingDetail } from './finding-detail.tsx';
import { VoidFinding } from './void-finding.tsx';

/** One problem, live: photos, facts and 经过 as they arrive. */
export function FindingScreen({ id }: { readonly id: string }) {
  const { session } = useWorkplace();
  const found = useLive(async (db) => ({ finding: await db.finding.get(id) }), [id]);
  if (!found)
    return (
      <Page title="问题" back="/findings">
        {null}
      </Page>
    );
  const { finding } = found;
  if (!finding) {
    return (
      <Page title="问题" back="/findings">
        <Empty icon="flag" text="本机没有这个问题，可能还没有同步到，或者不在您的范围内。">
          <Button kind="outlined" href="/findings">
            看问题列表
          </Button>
        </Empty>
      </Page>
    );
  }
  const mayIssue = mayDo(session.role, 'notice.issue') && awaitsNotice(finding);
  const mayVoid = mayDo(session.role, 'finding.void');
  return (
    <Page
      title="问题"
      facts={finding.pointName}
      back="/findings"
      action={
        mayIssue || mayVoid ? (
          <>
            <div class="action-bar-words">
              <VoidFinding finding={finding} />
            </div>
            {mayIssue && (
              <Button
                kind="primary"
                size="main"
                icon="notice"
                href={`/notices/issue?unit=${finding.unitId}&finding=${finding.id}`}
              >
                开具督查通知书
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <FindingDetail finding={finding} wide />
    </Page>
  );
}
