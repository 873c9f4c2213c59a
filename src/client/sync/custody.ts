/** Where everything that a person made on this device is now; the numbers add up. */
import type { LocalDatabase } from '../store/database.ts';
import { readFacts } from '../store/meta.ts';
import type { PhotoState } from '../store/tables.ts';

export interface Custody {
  /** Deeds and photos made on this device: accepted + waiting + refused. */
  readonly saved: number;
  readonly waiting: number;
  readonly accepted: number;
  /** Not taken by the office, waiting for the person's decision. */
  readonly refused: number;
  readonly photosWaiting: number;
  readonly photosUploading: number;
  readonly photosFailed: number;
  readonly photosArrived: number;
  /** Corrected time (ms) of the oldest thing that has not arrived; null with none. */
  readonly oldestUnsent: number | null;
  /** True only when nothing waits, nothing is refused and every photo has arrived. */
  readonly allAccepted: boolean;
}

export const UNSENT: readonly PhotoState[] = ['waiting', 'uploading', 'failed'];

/** Reads counts and what is unsent, never what has arrived: cheap enough for a live query. */
export async function custody(db: LocalDatabase): Promise<Custody> {
  const [pending, first, refusedRows, unsent, photosArrived, facts] = await Promise.all([
    db.outbox.count(),
    db.outbox.orderBy('seq').first(),
    db.refused.toArray(),
    db.blob
      .where('state')
      .anyOf([...UNSENT])
      .toArray(),
    db.blob.where('state').equals('arrived').count(),
    readFacts(db),
  ]);
  const count = (state: PhotoState) => unsent.filter((blob) => blob.state === state).length;
  const refused = refusedRows.filter((row) => row.decision === null).length;
  const waiting = pending + unsent.length;
  const accepted = (facts.accepted ?? 0) + photosArrived;
  const moments = unsent.map((blob) => blob.takenAt);
  if (first) moments.push(first.at + first.offset);
  return {
    saved: accepted + waiting + refused,
    waiting,
    accepted,
    refused,
    photosWaiting: count('waiting'),
    photosUploading: count('uploading'),
    photosFailed: count('failed'),
    photosArrived,
    oldestUnsent: moments.length > 0 ? Math.min(...moments) : null,
    allAccepted: waiting === 0 && refused === 0,
  };
}
