import { sayMoment } from '../../domain/civil.ts';
import {
  MAX_PUSH,
  PROTOCOL,
  type PushedMutation,
  type SyncRequest,
  type SyncResult,
  settledReport,
} from '../../protocol/sync.ts';
import type { Author } from '../store/author.ts';
import type { LocalDatabase } from '../store/database.ts';
import { lastStorageError } from '../store/log.ts';
import { readFacts } from '../store/meta.ts';
import { sayTrouble } from '../store/storage-trouble.ts';
import type { LogRow } from '../store/tables.ts';
import { custody } from './custody.ts';

/** About 2 MB travel at once, so that a bad link does not start over with more. */
export const MAX_PUSH_BYTES = 2_000_000;

const utf8 = new TextEncoder();

/** What the device knows of itself besides its store. */
export interface DeviceFacts {
  readonly deviceId: string;
  readonly label: string;
  readonly storageFree: number | null;
  readonly storageError: string | null;
}

/** `answered`: what the office has answered and is not settled here yet; nothing is pushed meanwhile. */
export async function buildRequest(
  { db, clientId, actor }: Pick<Author, 'db' | 'clientId' | 'actor'>,
  device: DeviceFacts,
  appVersion: string,
  answered: readonly SyncResult[],
): Promise<SyncRequest> {
  const [mutations, facts, held, trouble] = await Promise.all([
    answered.length === 0 ? nextToPush(db) : [],
    readFacts(db),
    custody(db),
    lastStorageError(db),
  ]);
  const unsentPhotos = held.photosWaiting + held.photosUploading + held.photosFailed;
  const report = {
    ...device,
    // Also of an earlier sitting: the office should know of a tablet that fails at times.
    storageError: device.storageError ?? (trouble ? sayPast(trouble) : null),
    appVersion,
    unsent: held.waiting - unsentPhotos,
    unsentPhotos,
    unsentSince: held.oldestUnsent,
    refused: held.refused,
  };
  return {
    protocol: PROTOCOL,
    accountId: actor.accountId,
    clientId,
    cursor: facts.cursor ?? null,
    mutations,
    device: settledReport(report, answered),
  };
}

function sayPast({ code, at }: LogRow): string {
  return `${sayMoment(at)} ${sayTrouble(code)}`;
}

/** The head of the outbox, in order, as much as may travel at once. */
async function nextToPush(db: LocalDatabase): Promise<PushedMutation[]> {
  const rows = await db.outbox.orderBy('seq').limit(MAX_PUSH).toArray();
  const pushed: PushedMutation[] = [];
  let bytes = 0;
  for (const { seq, name, args, at, offset } of rows) {
    bytes += utf8.encode(JSON.stringify(args)).length + 120;
    if (bytes > MAX_PUSH_BYTES && pushed.length > 0) break;
    pushed.push({ seq, name, args, at, offset });
  }
  return pushed;
}
