import { effect, type Signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { type Workplace, workplace } from '../workplace.ts';

/**
 * Keeps a signal equal to a reading of the signed-in person's store, for what
 * every screen shows, so that no screen starts without it. Returns how to stop.
 */
export function follow<T>(
  target: Signal<T | undefined>,
  read: (place: Workplace) => Promise<T | undefined>,
): () => void {
  return effect(() => {
    const place = workplace.value;
    if (!place) return;
    const subscription = liveQuery(() => read(place)).subscribe({
      next: (value) => {
        target.value = value;
      },
      error: (error: unknown) => console.error('本机数据没有读到', error),
    });
    return () => {
      subscription.unsubscribe();
      target.value = undefined;
    };
  });
}
