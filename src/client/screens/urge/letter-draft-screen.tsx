import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { URGE_LEVELS } from '../../../domain/letter.ts';
import { mayDo } from '../../../domain/role.ts';
import { sayLetterPaper } from '../../../domain/urge.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useWorkInHand } from '../../work-in-hand.ts';
import { PaperSides } from '../notice/paper-sides.tsx';
import { PaperView } from '../notice/paper-view.tsx';
import { LetterChoices } from './letter-choices.tsx';
import type { AskedLetter } from './letter-draft.ts';
import { LetterFoot } from './letter-foot.tsx';
import './urge.css';
import { useLetterDraft } from './use-letter-draft.ts';

/** The whole page is the confirmation: what is chosen stands left, the paper itself right. */
export function LetterDraftScreen() {
  const { session } = useWorkplace();
  const { unit = '', kind, notice, redo } = useLocation().query;
  const level = URGE_LEVELS.find((one) => one === kind) ?? 'urge';
  const asked = useMemo(
    () => ({ unitId: unit, kind: level, noticeId: notice ?? null }),
    [unit, level, notice],
  );
  if (!mayDo(session.role, 'letter.issue')) {
    return (
      <Page title="催办督办" back="/urge">
        <Empty icon="lock" text="只有督查负责人可以签发催办督办文书。">
          <Button kind="outlined" href="/urge">
            看催办督办
          </Button>
        </Empty>
      </Page>
    );
  }
  const key = `${unit} ${level} ${notice ?? ''}`;
  return <Draft key={key} asked={asked} redoes={redo === undefined ? null : Number(redo)} />;
}

function Draft({ asked, redoes }: { readonly asked: AskedLetter; readonly redoes: number | null }) {
  const draft = useLetterDraft(asked);
  useWorkInHand(draft !== null);
  const wide = useMedia('(min-width: 960px)');
  const [side, setSide] = useState('choices');
  const title = `签发${sayLetterPaper(asked.kind)}`;
  if (draft === undefined) {
    return (
      <Page title={title} back="/urge">
        {null}
      </Page>
    );
  }
  if (draft === null) {
    return (
      <Page title={title} back="/urge">
        <Empty
          icon="check"
          text="这个单位现在没有要列入这份文书的问题：可能已经反馈、延期，或者还没有超期。"
        >
          <Button kind="outlined" href="/urge">
            看催办督办
          </Button>
        </Empty>
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
          label: `内容 ${draft.chosen.length} / ${draft.offerings.lines.length}`,
        },
        { value: 'paper', label: '纸样预览' },
      ]}
    />
  );
  const foot = <LetterFoot draft={draft} redoes={redoes} />;
  return (
    <Page
      title={title}
      facts={draft.unitName}
      back="/urge"
      layout="panes"
      {...(wide ? {} : { action: foot })}
    >
      <Pane
        label="内容"
        width={wide ? 'list' : 'fill'}
        hidden={!wide && side !== 'choices'}
        head={sides}
        {...(wide ? { foot } : {})}
      >
        <LetterChoices draft={draft} />
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
          <Empty icon="notice" text="选好问题和限期，这里就能看到纸样。" />
        )}
      </Pane>
    </Page>
  );
}
