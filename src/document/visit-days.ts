import { civilDateOf, sayDate, sayShortDate, yearOf } from '../domain/civil.ts';

/**
 * The days of the visits in words: `11月6日`, `11月6日至7日`, `11月30日至12月2日`. The
 * year stands only where it is not the year of issue.
 */
export function sayVisitDays(visits: readonly number[], issuedAt: number): string {
  const days = visits.map(civilDateOf).sort();
  const first = days[0];
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return '';
  const issueYear = yearOf(civilDateOf(issuedAt));
  const say = yearOf(first) === issueYear && yearOf(last) === issueYear ? sayShortDate : sayDate;
  if (first === last) return say(first);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${say(first)}至${sameMonth ? `${Number(last.slice(8))}日` : say(last)}`;
}
