import { useState } from 'preact/hooks';
import { mayDo } from '../../../domain/role.ts';
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { awaitsSigning, SignNotice } from '../answer/sign-notice.tsx';
import { awaitsDelivery, DeliverCall } from './deliver-call.tsx';
import { NoticeFacts } from './notice-facts.tsx';
import { PaperSides } from './paper-sides.tsx';
import { PaperTabs } from './paper-tabs.tsx';
import { PaperView } from './paper-view.tsx';
import { PrintButton } from './print-button.tsx';
import { SharePapers } from './share/share-papers.tsx';
import { useNoticePaper } from './use-notice-paper.tsx';
import { usePapers } from './use-papers.ts';
import { VoidNotice } from './void-notice.tsx';

/** One notice: facts and problems at the left, the paper itself at the right. */
export function NoticeScreen({ id }: { readonly id: string }) {
  const read = useLive(async (db) => ({ notice: await db.notice.get(id) }), [id]);
  if (!read)
    return (
      <Page title="通知书" back="/notices">
        {null}
      </Page>
    );
  const { notice } = read;
  if (!notice) {
    return (
      <Page title="通知书" back="/notices">
        <Empty icon="notice" text="本机没有这份通知书，可能还没有同步到，或者不在您的范围内。">
          <Button kind="outlined" href="/notices">
            看通知书列表
          </Button>
        </Empty>
      </Page>
    );
  }
  return <Notice key={id} notice={notice} />;
}

function Notice({ notice }: { readonly notice: NoticeRow }) {
  const { session } = useWorkplace();
  const view = useNoticePaper(notice);
  const papers = usePapers(notice, view);
  const wide = useMedia('(min-width: 960px)');
  const [side, setSide] = useState('paper');
  const findings = view?.gathered.findings ?? [];
  const { shown } = papers;
  const signs = awaitsSigning(session, notice);
  const next = awaitsDelivery(session, notice) || signs;
  const crowded = !wide && (next || mayDo(session.role, 'notice.void'));
  return (
    <Page
      title="督查通知书"
      facts={notice.unitName}
      back="/notices"
      layout="panes"
      action={
        <>
          <div class="action-bar-words">
            <VoidNotice notice={notice} findings={findings} />
          </div>
          {papers.all.length > 0 && <SharePapers papers={papers.all} alone={crowded} />}
          <PrintButton second={next} alone={next && !wide} />
          {next && (signs ? <SignNotice notice={notice} /> : <DeliverCall notice={notice} />)}
        </>
      }
    >
      <Pane
        label="内容"
        width={wide ? 'list' : 'fill'}
        hidden={!wide && side !== 'facts'}
        inset
        {...(wide ? {} : { head: <Sides side={side} onSide={setSide} /> })}
      >
        <NoticeFacts notice={notice} findings={findings} />
      </Pane>
      <Pane
        label="纸样"
        ground="sunk"
        hidden={!wide && side !== 'paper'}
        {...(wide ? {} : { head: <Sides side={side} onSide={setSide} /> })}
      >
        {shown && (
          <PaperView
            key={shown.key}
            paper={shown.paper}
            fonts={shown.fonts}
            words={<PaperTabs papers={papers.all} value={shown.key} onChange={papers.show} />}
          />
        )}
      </Pane>
    </Page>
  );
}

/** On the phone: the paper or its facts. */
function Sides(props: { readonly side: string; readonly onSide: (side: string) => void }) {
  return (
    <PaperSides
      value={props.side}
      onChange={props.onSide}
      options={[
        { value: 'paper', label: '纸样' },
        { value: 'facts', label: '内容与经过' },
      ]}
    />
  );
}
