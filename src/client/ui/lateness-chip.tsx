import type { FindingState } from '../../domain/finding-life.ts';
import { type Due, latenessOf } from '../../domain/lateness.ts';
import { Chip } from './chip.tsx';
import { Icon } from './icon.tsx';
import { useReckoning } from './use-reckoning.ts';

/** 临期 or 超期, or nothing: derived from the deadline while the unit owes an answer. */
export function LatenessChip(props: {
  readonly dueAt: number | null;
  readonly state: FindingState;
  readonly urge?: Due['urge'];
  /** Corrected time (ms). */
  readonly now: number;
  readonly small?: boolean;
}) {
  const { dueAt, state, urge, now, small = false } = props;
  const lateness = latenessOf({ dueAt, state, urge }, useReckoning(now));
  if (lateness.kind === 'overdue') {
    return (
      <Chip look="solid" tone="civic" small={small}>
        <Overdue small={small} />
        {lateness.twice ? '二次超期' : '超期'} {lateness.days} 天
      </Chip>
    );
  }
  if (lateness.kind === 'soon') {
    return (
      <Chip look="outlined" tone="warn" small={small}>
        <Icon name="clock" size={small ? 14 : 16} weight={2.2} />
        {sayLeft(lateness.daysLeft, lateness.workdaysLeft)}
      </Chip>
    );
  }
  return null;
}

/** A deadline on a day off may have no working day before it. */
function sayLeft(days: number, workdays: number): string {
  if (days === 0) return '今日到期';
  return workdays === 0 ? `剩 ${days} 天` : `剩 ${workdays} 工作日`;
}

function Overdue(props: { readonly small: boolean }) {
  const size = props.small ? 12 : 14;
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3v11M12 18.5v2.5" stroke="currentColor" stroke-width="4" />
    </svg>
  );
}
