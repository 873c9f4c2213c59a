import { offersTo } from '../../../domain/finding-offers.ts';
import type { FindingRow } from '../../../protocol/rows/index.ts';
import type { DraftRow } from '../../store/tables.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useTeamsOfAllRounds } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { NextBox } from '../answer/next-box.tsx';
import { ExtensionCall, mayAnswer, ReplyCall } from '../answer/unit-calls.tsx';
import { useAmend } from '../inspection/use-amend.ts';
import { mayIssue } from '../issue/waiting.ts';
import { Amending } from './amending.tsx';
import { FindingDeeds } from './deeds/finding-deeds.tsx';
import { FindingDetail } from './finding-detail.tsx';

/** One problem, live: photos, facts and 经过 as they arrive. */
export function FindingScreen({ id }: { readonly id: string }) {
  const found = useLive(
    async (db) => ({ finding: await db.finding.get(id), draft: await db.draft.get(id) }),
    [id],
  );
  if (!found)
    return (
      <Page title="问题" back="/findings">
        {null}
      </Page>
    );
  const { finding, draft } = found;
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
  return <Finding finding={finding} draft={draft} />;
}

function Finding(props: {
  readonly finding: FindingRow;
  /** Its correction, where one was begun. */
  readonly draft: DraftRow | undefined;
}) {
  const { finding, draft } = props;
  const { session } = useWorkplace();
  const teams = useTeamsOfAllRounds();
  const amend = useAmend(finding);
  const issuable = teams !== undefined && mayIssue(finding, session, teams);
  const answers = mayAnswer(session.role, finding);
  const offers =
    answers || amend !== null || issuable || offersTo(session.role, finding).length > 0;
  return (
    <Page
      title={draft ? '修改问题' : '问题'}
      facts={finding.pointName}
      back="/findings"
      action={
        offers && !draft ? (
          <>
            <div class="action-bar-words finding-rest">
              <FindingDeeds finding={finding} quiet={issuable} />
            </div>
            <ExtensionCall finding={finding} />
            <ReplyCall finding={finding} />
            {amend && (
              <Button kind="outlined" size="main" icon="edit" onClick={amend}>
                修改
              </Button>
            )}
            {issuable && (
              <Button
                kind="primary"
                size="main"
                icon="notice"
                href={`/notices/issue?finding=${finding.id}`}
              >
                开具督查通知书
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      {draft ? (
        <Amending finding={finding} draft={draft} />
      ) : (
        <>
          {session.role === 'unit' && (
            <div class="answer-detail">
              <NextBox finding={finding} />
            </div>
          )}
          <FindingDetail finding={finding} wide />
        </>
      )}
    </Page>
  );
}
