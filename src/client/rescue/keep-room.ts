/** Lets go of what may go while space is short, at the opening and from time to time. */
import { effect } from '@preact/signals';
import { storageFree } from '../devices/storage.ts';
import { keepRoom } from '../store/clearing.ts';
import { syncStatus, type Workplace, workplace } from '../workplace.ts';

const EVERY_MS = 10 * 60_000;

/** Looks whenever the loop comes to rest, until the place is left. */
export function watchRoom(place: Workplace): void {
  let last = Number.NEGATIVE_INFINITY;
  const stop = effect(() => {
    const { phase } = syncStatus.value;
    if (workplace.value !== place) {
      // Its own handle is not there yet in its first run.
      queueMicrotask(() => stop());
      return;
    }
    const now = place.author.now();
    if (phase !== 'idle' || now - last < EVERY_MS) return;
    last = now;
    makeRoom(place).catch((error: unknown) => console.info('没有清理成照片', error));
  });
}

async function makeRoom({ db }: Workplace): Promise<void> {
  await keepRoom(db, await storageFree());
}
