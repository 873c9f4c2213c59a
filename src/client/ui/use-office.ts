/** The office's own settings and calendar: read once for all screens. */
import { computed, signal } from '@preact/signals';
import { type WorkCalendar, workCalendar } from '../../domain/calendar.ts';
import type { CalendarRow, OfficeRow } from '../../protocol/rows/index.ts';
import { follow } from './follow.ts';

const office = signal<OfficeRow | undefined>(undefined);
const years = signal<readonly CalendarRow[] | undefined>(undefined);

const calendar = computed<WorkCalendar>(() =>
  workCalendar((years.value ?? []).map((year) => ({ ...year, year: Number(year.id) }))),
);

/** Begun once by the app; follows whoever is signed in. */
export function followOffice(): void {
  follow(office, ({ db, session }) => db.office.get(session.officeId));
  follow(years, ({ db }) => db.calendar.toArray());
}

/** Undefined until the first download has brought it. */
export function useOffice(): OfficeRow | undefined {
  return office.value;
}

export function useCalendar(): WorkCalendar {
  return calendar.value;
}
