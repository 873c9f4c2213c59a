/** Where this device's work is now: the same numbers on every screen. */
import { signal } from '@preact/signals';
import { type Custody, custody } from '../sync/custody.ts';
import type { SyncStatus } from '../sync/status.ts';
import { follow } from './follow.ts';

export interface Holdings extends Custody {
  /** Problems that are written down and not yet 保存: the office knows nothing of them. */
  readonly drafts: number;
}

const holdings = signal<Holdings | undefined>(undefined);

/** Begun once by the app; follows whoever is signed in. */
export function followCustody(): void {
  follow(holdings, async ({ db }) => ({
    ...(await custody(db)),
    drafts: await db.draft.count(),
  }));
}

export function useCustody(): Holdings | undefined {
  return holdings.value;
}

/** How many of those that wait are on the line now. */
export function onTheLine(held: Holdings, status: SyncStatus): number {
  const photos = held.photosWaiting + held.photosUploading + held.photosFailed;
  const deeds = held.waiting - photos;
  return held.photosUploading + (status.phase === 'syncing' ? deeds : 0);
}
