/** What a world begins with, before anything happens. */
import { PEOPLE } from './town.ts';

export interface Plan {
  /** Who holds each device, by account. */
  readonly devices: readonly string[];
  /** A pull of the whole town has several pages. */
  readonly isBig: boolean;
  /** When it begins (ms). */
  readonly start: number;
}

export function personBy(account: string) {
  const found = PEOPLE.find((person) => person.account === account);
  if (!found) throw new Error(`nobody is called ${account}`);
  return found;
}
