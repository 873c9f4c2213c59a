import { type Reckoning, SOON_DAYS } from '../../domain/lateness.ts';
import { useCalendar, useOffice } from './use-office.ts';

/** By what this office reckons 临期 and 超期 at an instant (corrected time, ms). */
export function useReckoning(now: number): Reckoning {
  return { now, calendar: useCalendar(), soonDays: useOffice()?.soonDays ?? SOON_DAYS };
}
