import { latenessOf } from '../../domain/deadline.ts';
import { type FindingState, owesAnswer } from '../../domain/finding-life.ts';
import { Chip } from './chip.tsx';
import { Icon } from './icon.tsx';

/** 临期 or 超期, or nothing: derived from the deadline while the unit owes an answer. */
export function LatenessChip(props: {
  readonly dueAt: number | null;
  readonly state: FindingState;
  /** Corrected time (ms). */
  readonly now: number;
  readonly small?: boolean;
}) {
  const { dueAt, state, now, small = false } = props;
  if (!owesAnswer(state)) return null;
  const lateness = latenessOf(dueAt, now);
  if (lateness.kind === 'overdue') {
    return (
      <Chip look="solid" tone="civic" small={small}>
        <Overdue small={small} />
        超期 {lateness.days} 天
      </Chip>
    );
  }
  if (lateness.kind === 'soon') {
    return (
      <Chip look="outlined" tone="warn" small={small}>
        <Icon name="clock" size={small ? 14 : 16} weight={2.2} />
        {lateness.daysLeft === 0 ? '今日到期' : `剩 ${lateness.daysLeft} 天`}
      </Chip>
    );
  }
  return null;
}

function Overdue(props: { readonly small: boolean }) {
  const size = props.small ? 12 : 14;
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3v11M12 18.5v2.5" stroke="currentColor" stroke-width="4" />
    </svg>
  );
}
