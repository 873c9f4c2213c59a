import { useState } from 'preact/hooks';
import { afterEvent } from '../../../domain/finding-life.ts';
import { NUMBER_PENDING, sayNumber } from '../../../domain/notice-number.ts';
import { mayDo } from '../../../domain/role.ts';
import type { FindingRow, NoticeRow } from '../../../protocol/rows/index.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toast.tsx';
import { useLive } from '../../ui/use-live.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { useRedoing } from '../finding/use-redoing.ts';
import { VoidDialog } from '../finding/void-dialog.tsx';
import { NoticeFacts } from './notice-facts.tsx';
import { PaperView } from './paper-view.tsx';
import { ShareNotice } from './share/share-notice.tsx';
import { useNoticePaper } from './use-notice-paper.tsx';

/** One notice: facts and problems at the left, the paper itself at the right. */
export function NoticeScreen({ id }: { readonly id: string }) {
  const read = useLive(async (db) => ({ notice: await db.notice.get(id) }), [id]);
  const view = useNoticePaper(read?.notice);
  const wide = useMedia('(min-width: 960px)');
  const [side, setSide] = useState('paper');
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
  const findings = view?.gathered.findings ?? [];
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
          {view && <ShareNotice notice={notice} paper={view.paper} />}
          <Button kind="primary" size="main" icon="print" onClick={() => print()}>
            打印
          </Button>
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
        {view && <PaperView paper={view.paper} fonts={notice.record?.fonts ?? null} />}
      </Pane>
    </Page>
  );
}

/** On the phone: the paper or its facts. */
function Sides(props: { readonly side: string; readonly onSide: (side: string) => void }) {
  return (
    <div class="notice-sides">
      <Segmented
        label="看什么"
        value={props.side}
        onChange={props.onSide}
        options={[
          { value: 'paper', label: '纸样' },
          { value: 'facts', label: '内容与经过' },
        ]}
      />
    </div>
  );
}

function VoidNotice(props: {
  readonly notice: NoticeRow;
  readonly findings: readonly FindingRow[];
}) {
  const { notice, findings } = props;
  const { session, mutate } = useWorkplace();
  const { seq, reason: first, open, setOpen } = useRedoing('notice.void', notice.id);
  if (!mayDo(session.role, 'notice.void') || notice.state === 'voided') return null;
  const stuck = findings.find((finding) => afterEvent(finding.state, 'unassign') === null);
  if (stuck) {
    return <p class="t-second">“{stuck.text}”已经有了整改反馈，这份通知书不能再作废。</p>;
  }
  const number = notice.number ? sayNumber(notice.number) : NUMBER_PENDING;
  return (
    <>
      <Button kind="outlined" onClick={() => setOpen(true)}>
        作废
      </Button>
      <VoidDialog
        open={open}
        title="作废通知书"
        subject={`${number} · ${notice.unitName}`}
        consequence={`作废后不能恢复，文号不再使用；其中 ${notice.findingIds.length} 个问题退回“已记录”，可以重新开具。`}
        first={first}
        onClose={() => setOpen(false)}
        act={(reason) =>
          mutate('notice.void', { id: notice.id, reason }, `作废通知书 ${number}`, seq)
        }
        onDone={() => {
          setOpen(false);
          toast(`${number} 已作废`);
        }}
      />
    </>
  );
}
