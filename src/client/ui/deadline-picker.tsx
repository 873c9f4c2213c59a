/** 整改期限: four presets or a date, and the resulting day and hour in full. */
import './deadline.css';
import type { WorkCalendar } from '../../domain/calendar.ts';
import { sayYearMissing } from '../../domain/calendar.ts';
import { addDays, civilDateOf, civilTimeOf, sayDate, weekdayName } from '../../domain/civil.ts';
import {
  type DeadlineChoice,
  type DeadlineResult,
  deadlineOf,
  PRESET_DAYS,
} from '../../domain/deadline.ts';
import { Icon } from './icon.tsx';
import { Segmented } from './segmented.tsx';
import { useCalendar, useOffice } from './use-office.ts';

const DATE = 'date';
const IMMEDIATE = 'immediate';

export function DeadlinePicker(props: {
  readonly value: DeadlineChoice;
  readonly onChange: (choice: DeadlineChoice) => void;
  /** Corrected time (ms) of the issue: now, while nothing is issued. */
  readonly issuedAt: number;
}) {
  const { value, onChange, issuedAt } = props;
  const calendar = useCalendar();
  const closeHour = useOffice()?.closeHour ?? 18;
  const tomorrow = addDays(civilDateOf(issuedAt), 1);
  const pick = (key: string) => {
    if (key === IMMEDIATE) onChange({ kind: 'immediate' });
    else if (key === DATE) onChange({ kind: 'date', date: tomorrow });
    else onChange({ kind: 'days', days: Number(key) });
  };
  return (
    <div class="deadline">
      <Segmented
        label="整改期限"
        value={keyOf(value)}
        onChange={pick}
        options={[
          { value: IMMEDIATE, label: '立行立改' },
          ...PRESET_DAYS.map((days) => ({ value: String(days), label: `${days} 天` })),
          { value: DATE, label: '选日期' },
        ]}
      />
      {value.kind === 'date' && (
        <input
          class="input"
          type="date"
          aria-label="整改到哪一天"
          min={tomorrow}
          value={value.date}
          onInput={(event) => {
            const date = event.currentTarget.value;
            if (date !== '') onChange({ kind: 'date', date });
          }}
        />
      )}
      <DeadlineSentence choice={value} issuedAt={issuedAt} calendar={calendar} hour={closeHour} />
    </div>
  );
}

function keyOf(choice: DeadlineChoice): string {
  return choice.kind === 'days' ? String(choice.days) : choice.kind;
}

function DeadlineSentence(props: {
  readonly choice: DeadlineChoice;
  readonly issuedAt: number;
  readonly calendar: WorkCalendar;
  readonly hour: number;
}) {
  const result = deadlineOf(props.choice, props.issuedAt, props.calendar, props.hour);
  return (
    <p class={`deadline-sentence${result.ok ? '' : ' deadline-unknown'}`} aria-live="polite">
      <Icon name={result.ok ? 'clock' : 'warning'} size={20} />
      <span>{sayResult(result)}</span>
    </p>
  );
}

function sayResult(result: DeadlineResult) {
  if (!result.ok) {
    return result.reason === 'date-passed'
      ? '这一天已经过去，请另选日期'
      : `${sayYearMissing(result.year)}，请直接选日期`;
  }
  const date = civilDateOf(result.dueAt);
  return (
    <>
      于{' '}
      <b>
        {sayDate(date)} {weekdayName(date)} {civilTimeOf(result.dueAt).hour}时
      </b>{' '}
      前{result.movedDays > 0 && <small>末日逢休息日，顺延 {result.movedDays} 天</small>}
    </>
  );
}
