/** The days from issue to the due one, so that nobody has to count. */
import './deadline.css';
import type { WorkCalendar } from '../../domain/calendar.ts';
import { weekdayName } from '../../domain/civil.ts';
import { type DeadlineDay, deadlineStrip } from '../../domain/deadline.ts';

/** More days than this and the strip is longer than the sentence is clear. */
const LONGEST = 21;

export function DeadlineStrip(props: {
  readonly dueAt: number;
  readonly issuedAt: number;
  readonly calendar: WorkCalendar;
  /** What the first day is called. */
  readonly first?: string;
}) {
  const days = deadlineStrip(props.dueAt, props.issuedAt, props.calendar);
  if (days.length > LONGEST) return null;
  return (
    <ol class="deadline-strip" aria-label="期限逐日">
      {days.map((day) => (
        <li key={day.date} class={`deadline-day deadline-${day.role}`}>
          <span>{weekdayName(day.date)}</span>
          <b>{Number(day.date.slice(8))}</b>
          <span>
            {day.role === 'counted' && <span class="deadline-nth">第</span>}
            {sayRole(day, props.first ?? '签发')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function sayRole(day: DeadlineDay, first: string): string {
  if (day.role === 'issue') return first;
  if (day.role === 'due') return '到期';
  if (day.role === 'off') return '休';
  if (day.role === 'unknown') return '未知';
  return day.role === 'counted' ? `${day.nth}天` : '';
}
