/** The list of the sync screen: refused first, then what moves, what waits, what has arrived. Pure. */

import type { BlobRow, OutboxRow, ReceiptRow, RefusedRow } from '../../store/tables.ts';
import type { SyncStatus } from '../../sync/status.ts';
import type { Trail } from './use-trail.ts';

export const STAGES = ['refused', 'moving', 'waiting', 'accepted'] as const;
export type Stage = (typeof STAGES)[number];

export type TrailLine =
  | { readonly kind: 'refused'; readonly row: RefusedRow }
  /** `times`: deeds in a row that say the same, e.g. the answers of one visit. */
  | {
      readonly kind: 'deed';
      readonly row: OutboxRow;
      readonly moving: boolean;
      readonly times: number;
    }
  /** `kept`: what becomes of its bytes on this device once the office has them. */
  | { readonly kind: 'photo'; readonly row: BlobRow; readonly kept: PhotoKept }
  | { readonly kind: 'receipt'; readonly row: ReceiptRow; readonly times: number };

export type PhotoKept = 'needed' | 'clearable' | 'cleared';

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  refused: '未被接受',
  moving: '上传中',
  waiting: '等待',
  accepted: '已入账',
};

export function linesByStage(trail: Trail, status: SyncStatus): Record<Stage, TrailLine[]> {
  const moving = status.phase === 'syncing';
  const deeds = runs(trail.outbox).map(
    ({ row, times }): TrailLine => ({
      kind: 'deed',
      row,
      moving,
      times,
    }),
  );
  const clearable = new Set(trail.clearable.map(({ sha256 }) => sha256));
  const keptOf = ({ sha256, state }: BlobRow): PhotoKept => {
    if (clearable.has(sha256)) return 'clearable';
    return state === 'arrived' && !trail.bytesHere.has(sha256) ? 'cleared' : 'needed';
  };
  const photos = (...states: BlobRow['state'][]) =>
    trail.photos
      .filter((row) => states.includes(row.state))
      .map((row): TrailLine => ({ kind: 'photo', row, kept: keptOf(row) }));
  return {
    refused: trail.refused.map((row) => ({ kind: 'refused', row })),
    moving: [...(moving ? deeds : []), ...photos('uploading')],
    waiting: [...(moving ? [] : deeds), ...photos('failed', 'waiting')],
    accepted: [
      ...runs(trail.receipts).map(({ row, times }): TrailLine => ({ kind: 'receipt', row, times })),
      ...photos('arrived').reverse(),
    ],
  };
}

interface Run<T> {
  readonly row: T;
  times: number;
}

/** Deeds in a row with one title make one line, so that a checklist is one line and not twenty. */
function runs<T extends { readonly name: string; readonly title: string }>(
  rows: readonly T[],
): Run<T>[] {
  const found: Run<T>[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.row.title === row.title && last.row.name === row.name) last.times += 1;
    else found.push({ row, times: 1 });
  }
  return found;
}
