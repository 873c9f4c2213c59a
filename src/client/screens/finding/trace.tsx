/** Under a line of 经过: on which device it was done, and where clock and office do not agree. */
import './trace.css';
import { sayMoment } from '../../../domain/civil.ts';
import type { HistoryEntry } from '../../../protocol/history.ts';
import type { EventRow } from '../../../protocol/rows/index.ts';
import { traceOf } from './trace-words.ts';
import type { Trail } from './use-trail.ts';

export function Trace(props: {
  readonly event: EventRow;
  readonly entry: HistoryEntry | undefined;
}) {
  const { event, entry } = props;
  if (!entry) return null;
  const words = traceOf(event.at, entry);
  return words === '' ? null : <p class="trace">{words}</p>;
}

/** The arrivals of its photos, and where it stands in the office's history. */
export function TrailFoot({ trail }: { readonly trail: Trail }) {
  const [last] = trail.arrivals;
  if (trail.nth === null) return null;
  return (
    <p class="trace">
      {last && `照片 ${trail.arrivals.length} 次到达服务器，最近 ${sayMoment(last.receivedAt)}。`}
      以上已记入本单位历史链，最近一条是第 {trail.nth} 条。
    </p>
  );
}
