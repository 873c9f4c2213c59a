/** Until when a problem that goes back is to be put right: its present deadline where that is to come, or a new one. */
import './finding-deeds.css';
import { sayDateHour } from '../../../../domain/civil.ts';
import type { DeadlineChoice } from '../../../../domain/deadline.ts';
import { DeadlinePicker } from '../../../ui/deadline-picker.tsx';
import { Segmented } from '../../../ui/segmented.tsx';

export const FIRST_AGAIN: DeadlineChoice = { kind: 'days', days: 3 };

export function FreshDeadline(props: {
  readonly dueAt: number | null;
  /** Null keeps the present one. */
  readonly value: DeadlineChoice | null;
  readonly onChange: (choice: DeadlineChoice | null) => void;
  readonly now: number;
}) {
  const { dueAt, value, onChange, now } = props;
  const keepable = dueAt !== null && dueAt > now;
  return (
    <div class="fresh-deadline">
      {keepable && (
        <Segmented
          label="期限"
          value={value === null ? 'keep' : 'fresh'}
          options={[
            { value: 'fresh', label: '定新期限' },
            { value: 'keep', label: '沿用原期限' },
          ]}
          onChange={(way) => onChange(way === 'keep' ? null : FIRST_AGAIN)}
        />
      )}
      {keepable && value === null ? (
        <p>仍于 {sayDateHour(dueAt)}前改到位。</p>
      ) : (
        <DeadlinePicker value={value ?? FIRST_AGAIN} issuedAt={now} onChange={onChange} />
      )}
    </div>
  );
}

/** What is said to the office: where the present deadline is past, a new one is always meant. */
export function freshChoice(
  value: DeadlineChoice | null,
  dueAt: number | null,
  now: number,
): DeadlineChoice | null {
  return value ?? (dueAt !== null && dueAt > now ? null : FIRST_AGAIN);
}
