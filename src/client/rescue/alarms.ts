/** What a person must know of this device's store, until they have read it. */
import { signal } from '@preact/signals';
import type { FormerClient } from '../../protocol/here.ts';
import type { Damage } from '../store/check.ts';
import type { Workplace } from '../workplace.ts';

export type Alarm =
  | Damage
  /** A store that was here is gone; what it held is known once the office has been asked. */
  | { readonly kind: 'store-gone' }
  | { readonly kind: 'work-gone'; readonly former: FormerClient };

/** Whose they are: another person on this device has nothing to do with them. */
export const alarms = signal<{ readonly place: Workplace; readonly list: readonly Alarm[] } | null>(
  null,
);

export function alarmsOf(place: Workplace | null): readonly Alarm[] {
  return place !== null && alarms.value?.place === place ? alarms.value.list : [];
}

export function raise(place: Workplace, more: readonly Alarm[]): void {
  alarms.value = { place, list: [...alarmsOf(place), ...more] };
}

export function lower(place: Workplace, isOver: (alarm: Alarm) => boolean): void {
  alarms.value = { place, list: alarmsOf(place).filter((alarm) => !isOver(alarm)) };
}
