import { effect } from '@preact/signals';
import { syncStatus, type Workplace, workplace } from './workplace.ts';

/** Asks now and at each contact with the office, until there is an answer or the place is left. */
export async function untilAnswered(place: Workplace, ask: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const { lastContact } = syncStatus.peek();
    // Before its first contact the office knows nothing of this store.
    if (lastContact !== null && (await ask())) return;
    if (!(await nextContact(place, lastContact))) return;
  }
}

/** Resolves at the next contact; false where the place has been left instead. */
function nextContact(place: Workplace, before: number | null): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const left = workplace.value !== place;
      if (!left && syncStatus.value.lastContact === before) return;
      resolve(!left);
      // Its own handle is not there yet in its first run.
      queueMicrotask(() => stop());
    });
  });
}
