/** 经过: what happened to a problem or a notice, newest first. */
import './finding.css';
import { sayMoment } from '../../../domain/civil.ts';
import type { EventRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';
import { Trace, TrailFoot } from './trace.tsx';
import { useTrail } from './use-trail.ts';

const DEEDS: Record<EventRow['kind'], string> = {
  recorded: '记录',
  amended: '改写',
  assigned: '列入通知书',
  unassigned: '退出通知书',
  voided: '作废',
  issued: '签发',
  acknowledged: '签收',
  unacknowledged: '签收更正',
  delivered: '送达',
  replied: '反馈',
  accepted: '受理待复查',
  returned: '退回整改',
  passed: '复查通过，销号',
  fixed: '当场整改，销号',
  shelved: '挂账',
  'shelf-kept': '挂账复核',
  unshelved: '恢复办理',
  'handed-off': '移交数字城管',
  'handoff-sent': '移交发出',
  'handoff-filed': '数字城管立案',
  'handed-back': '移交退回',
  merged: '并入重复问题',
  closed: '销号',
  'extension-asked': '申请延期',
  'extension-granted': '同意延期',
  'extension-refused': '不同意延期',
  urged: '催办',
  'letter-voided': '文书作废',
};

export function History(props: {
  readonly subject: EventRow['subject'];
  readonly subjectId: string;
}) {
  const trail = useTrail(props.subject, props.subjectId);
  const events = useLive(
    (db) => db.event.where('subjectId').equals(props.subjectId).toArray(),
    [props.subjectId],
  );
  if (!events) return null;
  const newest = [...events].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return (
    <section aria-labelledby="history-head">
      <h2 id="history-head" class="t-strong">
        经过
      </h2>
      {newest.length === 0 && <p class="t-second">还没有记录。</p>}
      <ol class="happened">
        {newest.map((event) => (
          <li key={event.id}>
            <p class="happened-line">
              <b>{DEEDS[event.kind]}</b>
              <span>
                {sayMoment(event.at)} · {event.byName}
              </span>
            </p>
            {event.detail !== '' && <p>{event.detail}</p>}
            <Trace event={event} entry={trail.of(event.id)} />
          </li>
        ))}
      </ol>
      <TrailFoot trail={trail} />
    </section>
  );
}
