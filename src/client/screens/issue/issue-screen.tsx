import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { mayDo } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWorkInHand } from '../../work-in-hand.ts';
import { PaperSides } from '../notice/paper-sides.tsx';
import { PaperView } from '../notice/paper-view.tsx';
import type { Asked } from './candidates.ts';
import './issue.css';
import { IssueChoices } from './issue-choices.tsx';
import { IssueFoot } from './issue-foot.tsx';
import { useIssue } from './use-issue.ts';

const TITLE = '签发督查通知书';

/** The whole page is the confirmation: what is chosen stands left, the paper itself right. */
export function IssueScreen() {
  const { session } = useWorkplace();
  const { query } = useLocation();
  if (!mayDo(session.role, 'notice.issue')) {
    return (
      <Page title={TITLE} back="/notices">
        <Empty icon="lock" text="只有督查员和督查负责人可以开具督查通知书。">
          <Button kind="outlined" href="/notices">
            看通知书列表
          </Button>
        </Empty>
      </Page>
    );
  }
  const { unit, finding } = query;
  return <Issue key={finding ?? unit ?? ''} asked={{ unit, finding }} />;
}

function Issue({ asked }: { readonly asked: Asked }) {
  const draft = useIssue(asked);
  useWorkInHand(draft !== null);
  const wide = useMedia('(min-width: 960px)');
  const [side, setSide] = useState('choices');
  if (draft === undefined)
    return (
      <Page title={TITLE} back="/notices">
        {null}
      </Page>
    );
  if (draft === null) {
    return (
      <Page title={TITLE} back="/notices">
        {asked.finding === undefined ? (
          <Empty
            icon="notice"
            text="没有等待开具通知书的问题。登记问题以后，可以在这里按单位开具。"
          >
            <Button kind="outlined" href="/findings">
              看问题列表
            </Button>
          </Empty>
        ) : (
          <Empty
            icon="notice"
            text="这个问题现在不能由您开具通知书：可能已列入别的通知书，或者是别的督查组登记的。"
          >
            <Button kind="outlined" href={`/findings/${asked.finding}`}>
              看这个问题
            </Button>
            <Button kind="outlined" href="/notices/issue">
              看其他待开具的问题
            </Button>
          </Empty>
        )}
      </Page>
    );
  }
  const sides = wide ? undefined : (
    <PaperSides
      value={side}
      onChange={setSide}
      options={[
        {
          value: 'choices',
          label: `内容 ${draft.chosen.length} / ${draft.group.findings.length}`,
        },
        { value: 'paper', label: '纸样预览' },
      ]}
    />
  );
  const foot = <IssueFoot draft={draft} />;
  return (
    <Page title={TITLE} back="/notices" layout="panes" {...(wide ? {} : { action: foot })}>
      <Pane
        label="内容"
        width={wide ? 'list' : 'fill'}
        hidden={!wide && side !== 'choices'}
        head={sides}
        {...(wide ? { foot } : {})}
      >
        <IssueChoices draft={draft} />
      </Pane>
      <Pane label="纸样预览" ground="sunk" hidden={!wide && side !== 'paper'} head={sides}>
        {draft.paper ? (
          <PaperView
            paper={draft.paper}
            fonts={null}
            words={
              <>
                <b>预览</b> 未签发，签发后不能改，只能作废
              </>
            }
          />
        ) : (
          <Empty
            icon="notice"
            text={
              draft.chosen.length === 0
                ? '选至少一个问题，这里就能看到纸样。'
                : '期限还没有定下来，选好后这里就能看到纸样。'
            }
          />
        )}
      </Pane>
    </Page>
  );
}
