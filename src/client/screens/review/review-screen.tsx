/** 审核: what has come in and waits for the person in charge; one problem at a time. */
import './review.css';
import { useLocation } from 'preact-iso';
import { mayDo } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pane } from '../../ui/pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useDeskKeys } from '../../ui/use-desk-keys.ts';
import { useMedia } from '../../ui/use-media.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { QueueList } from './queue-list.tsx';
import { isQueue, QUEUES, type QueueId, type Queues } from './queues.ts';
import { ReviewCase } from './review-case.tsx';
import { useQueues } from './use-queues.ts';

export function ReviewScreen() {
  const { session } = useWorkplace();
  const queues = useQueues();
  if (!mayDo(session.role, 'reply.accept')) {
    return (
      <Page title="审核">
        <Empty icon="lock" text="审核由督查负责人办理。">
          <Button kind="outlined" href="/findings">
            看问题列表
          </Button>
        </Empty>
      </Page>
    );
  }
  if (!queues) return <Page title="审核">{null}</Page>;
  return <Desk queues={queues} />;
}

function Desk({ queues }: { readonly queues: Queues }) {
  const { query, route } = useLocation();
  const wide = useMedia('(min-width: 960px)');
  const queue = isQueue(query.list) ? query.list : firstWith(queues);
  const rows = queues[queue];
  const at = rows.findIndex((row) => row.finding.id === query.id);
  // On a wide desk the first one lies open; on a phone the list comes first.
  const open = rows[at] ?? (wide && !query.id ? rows[0] : undefined);
  const go = (list: QueueId, id: string | null) =>
    route(`/review?list=${list}${id === null ? '' : `&id=${id}`}`, true);
  const step = (by: 1 | -1) => {
    const from = open ? rows.indexOf(open) : -1;
    const next = rows[from + by];
    if (next) go(queue, next.finding.id);
  };
  useDeskKeys({ j: () => step(1), k: () => step(-1), escape: () => go(queue, null) });
  // What has just been decided stays in view until the person goes on.
  const shown = query.id ?? open?.finding.id ?? null;
  const alone = !wide && shown !== null;
  return (
    <Page
      title="审核"
      facts={`待审核 ${queues.replied.length} · 延期待批 ${queues.extension.length}`}
      layout="panes"
      {...(alone ? { back: `/review?list=${queue}` } : {})}
    >
      <Pane
        label="等待办理的问题"
        width={wide ? 'list' : 'fill'}
        hidden={alone}
        head={
          <Tabs
            label="等什么"
            value={queue}
            onChange={(id) => {
              if (isQueue(id)) go(id, null);
            }}
            tabs={QUEUES.map(({ id, label }) => ({ id, label, count: queues[id].length }))}
          />
        }
      >
        <QueueList
          queue={queue}
          rows={rows}
          chosen={open?.finding.id ?? null}
          onChoose={(id) => go(queue, id)}
        />
        {wide && rows.length > 0 && (
          <p class="review-keys t-second">
            <kbd>J</kbd> <kbd>K</kbd> 上下{' '}
            {queue === 'extension' ? (
              <>
                <kbd>G</kbd> 同意 <kbd>N</kbd> 不同意
              </>
            ) : (
              <>
                <kbd>A</kbd> 受理 <kbd>R</kbd> 退回
              </>
            )}{' '}
            <kbd>S</kbd> 换对比方式
          </p>
        )}
      </Pane>
      {shown !== null && (wide || alone) && <ReviewCase key={shown} id={shown} />}
      {shown === null && wide && (
        <Pane label="这个问题" ground="surface">
          <Empty icon="check" text="这一列都办完了。新的反馈到达后会自动出现。" />
        </Pane>
      )}
    </Page>
  );
}

/** The first list in which something waits. */
function firstWith(queues: Queues): QueueId {
  return QUEUES.find(({ id }) => queues[id].length > 0)?.id ?? 'replied';
}
