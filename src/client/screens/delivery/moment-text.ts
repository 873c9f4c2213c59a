/** A moment as an `input type=datetime-local` writes it, on the office's clock. */
import { civilDateOf, civilTimeOf, instantOf, isCivilDate } from '../../../domain/civil.ts';

/** `2023-11-07T10:05`. */
export function momentText(at: number): string {
  const { hour, minute } = civilTimeOf(at);
  return `${civilDateOf(at)}T${two(hour)}:${two(minute)}`;
}

/** In ms; null for what is not one, as while it is being typed. */
export function momentOf(text: string): number | null {
  const [, date = '', hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text) ?? [];
  if (!isCivilDate(date)) return null;
  return instantOf(date, Number(hour)) + Number(minute) * 60_000;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
