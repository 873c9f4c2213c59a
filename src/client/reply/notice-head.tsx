import { civilDateOf, sayDate, sayDateHour, sayMoment, weekdayName } from '../../domain/civil.ts';
import { owesAnswer } from '../../domain/finding-life.ts';
import { sayTimeLeft } from '../../domain/time-left.ts';
import type { ReplyView } from '../../protocol/reply-page.ts';

/** Which paper it is, from whom to whom, and how much time is left. */
export function NoticeHead({ view, now }: { readonly view: ReplyView; readonly now: number }) {
  const owed = view.problems.filter(({ state }) => owesAnswer(state));
  const due = owed.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt])).sort((a, b) => a - b)[0];
  return (
    <header class="reply-head">
      <p>{view.officeName}</p>
      <h1>督查通知书 {view.number}</h1>
      <dl>
        <div>
          <dt>主送</dt>
          <dd>{view.unitName}</dd>
        </div>
        <div>
          <dt>签发</dt>
          <dd>{sayDate(civilDateOf(view.issuedAt))}</dd>
        </div>
        <div>
          <dt>签收</dt>
          <dd>{view.taken ? `${sayMoment(view.taken.at)}，${view.taken.words}` : '还没有签收'}</dd>
        </div>
      </dl>
      {due !== undefined && (
        <p class={`reply-clock${now > due ? ' reply-late' : ''}`} role="timer" aria-live="off">
          <b>{sayTimeLeft(due, now)}</b>
          <span>
            {sayDateHour(due)}前（{weekdayName(civilDateOf(due))}）反馈，
            {owed.length === view.problems.length
              ? `共 ${owed.length} 个问题`
              : `还有 ${owed.length} 个问题没有反馈`}
          </span>
        </p>
      )}
    </header>
  );
}
