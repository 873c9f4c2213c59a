/** Every deed and photo of this device, by where it is now. */
import { listClearable } from '../../store/clearing.ts';
import { type DecidedRow, listDecided, listRefused } from '../../store/refused.ts';
import type { BlobRow, LeaseRow, OutboxRow, ReceiptRow, RefusedRow } from '../../store/tables.ts';
import { useLive } from '../../ui/use-live.ts';

export interface Trail {
  readonly refused: readonly RefusedRow[];
  readonly decided: readonly DecidedRow[];
  readonly outbox: readonly OutboxRow[];
  readonly photos: readonly BlobRow[];
  /** The latest first; the oldest may have been cleared away, their number is kept. */
  readonly receipts: readonly ReceiptRow[];
  readonly leases: readonly LeaseRow[];
  /** Photos whose bytes may go, the oldest first. */
  readonly clearable: readonly BlobRow[];
  /** Hashes of the photos whose bytes are here. */
  readonly bytesHere: ReadonlySet<string>;
}

const RECEIPTS_SHOWN = 500;

export function useTrail(): Trail | undefined {
  return useLive(async (db) => {
    const [refused, decided, outbox, photos, receipts, leases, clearable, here] = await Promise.all(
      [
        listRefused(db),
        listDecided(db),
        db.outbox.orderBy('seq').toArray(),
        db.blob.where('state').notEqual('held').sortBy('takenAt'),
        db.receipt.orderBy('seq').reverse().limit(RECEIPTS_SHOWN).toArray(),
        db.lease.toArray(),
        listClearable(db),
        db.jpeg.toCollection().primaryKeys(),
      ],
    );
    return {
      refused,
      decided,
      outbox,
      photos,
      receipts,
      leases: leases.filter((lease) => !lease.used),
      clearable,
      bytesHere: new Set(here),
    };
  }, []);
}
