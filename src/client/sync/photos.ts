/** Where the loop hands over to the photos' queue, whose program comes with the first photo. */
import type { LocalDatabase } from '../store/database.ts';
import { UNSENT } from './custody.ts';
import type { Fetch, Setback } from './exchange.ts';

export interface PhotoSender {
  readonly db: LocalDatabase;
  readonly fetch: Fetch;
  readonly stop: AbortSignal;
  now(): number;
  random(): number;
  /** Whether photos may go by the line as it is now; asked before each piece. */
  mayGo(): Promise<boolean>;
  /** Called when there is something to send. */
  onStart(): void;
}

/** Sends what is due; returns what stopped it, or null at the end. */
export async function sendPhotos(sender: PhotoSender): Promise<Setback | null> {
  const unsent = await sender.db.blob
    .where('state')
    .anyOf([...UNSENT])
    .count();
  if (unsent === 0) return null;
  const queue = await loadQueue();
  return queue ? queue.sendDue(sender) : QUEUE_MISSING;
}

const QUEUE_MISSING: Setback = {
  kind: 'later',
  failure: { code: 'queue-missing', message: '上传照片的程序没有载入，请刷新页面，照片都在本机' },
  retryMs: null,
};

/** Nobody waits for it in order to sign in. */
async function loadQueue(): Promise<typeof import('./photo-queue.ts') | null> {
  try {
    return await import('./photo-queue.ts');
  } catch (error) {
    console.warn('上传照片的程序没有载入', error);
    return null;
  }
}
