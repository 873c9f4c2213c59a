/**
 * Civil dates of the office. Deadlines are argued about in days and hours of
 * the office's own clock (China Standard Time, UTC+8, no summer time since
 * 1991), whatever zone the tablet or the server is set to.
 */

export const OFFICE_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** `YYYY-MM-DD`. */
export type CivilDate = string;

/** The office's date at an instant (ms since the epoch). */
export function civilDateOf(at: number): CivilDate {
  return new Date(at + OFFICE_OFFSET_MS).toISOString().slice(0, 10);
}

/** The office's hour and minute at an instant. */
export function civilTimeOf(at: number): { hour: number; minute: number } {
  const shifted = new Date(at + OFFICE_OFFSET_MS);
  return { hour: shifted.getUTCHours(), minute: shifted.getUTCMinutes() };
}

/** The instant (ms) at which a date's hour begins on the office's clock. */
export function instantOf(date: CivilDate, hour: number): number {
  return Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000 - OFFICE_OFFSET_MS;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

export function weekdayName(date: CivilDate): string {
  return WEEKDAYS[weekdayOf(date)] ?? '';
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** Whether the text is a real date of the calendar, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** `2023年11月7日`, Arabic figures without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function sayDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `11月7日`. */
export function sayShortDate(date: CivilDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/** `10:42`. */
export function sayClock(at: number): string {
  const { hour, minute } = civilTimeOf(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `11月7日 10:42`. */
export function sayMoment(at: number): string {
  return `${sayShortDate(civilDateOf(at))} ${sayClock(at)}`;
}

/** `2023年11月10日18时`, as the notice prints it. */
export function sayDateHour(at: number): string {
  return `${sayDate(civilDateOf(at))}${civilTimeOf(at).hour}时`;
}
