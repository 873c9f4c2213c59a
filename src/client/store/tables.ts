/**
 * Rows that live on this device alone. Everything a person made and the server
 * has not yet acknowledged stands here; nothing here is ever dropped by sync.
 */
import type { DeadlineChoice } from '../../domain/deadline.ts';
import type { MutationName } from '../../protocol/mutations/index.ts';
import type { PhotoArgs } from '../../protocol/mutations/photos.ts';
import type { Place, RowOf, TableName } from '../../protocol/rows/index.ts';

/** A deed that the server has not acknowledged. */
export interface OutboxRow {
  /** Place in this client's order, gapless from 1. */
  seq: number;
  name: MutationName;
  args: unknown;
  at: number;
  offset: number;
  /** What it is, in the person's words, fixed when it was done. */
  title: string;
}

/** A deed that the server has applied. */
export interface ReceiptRow {
  seq: number;
  name: MutationName;
  title: string;
  at: number;
  acceptedAt: number;
}

/**
 * A deed that the server did not take. Its content stays for good: a decision
 * only marks it, so that nothing a person recorded is lost silently.
 */
export interface RefusedRow extends OutboxRow {
  code: string;
  detail: string;
  refusedAt: number;
  /** What the person decided; null while it waits for that. */
  decision: Decision | null;
}

/** What became of a refused deed, on whose word. */
export interface Decision {
  /** `retried` and `redone`: another deed stands in its place, with the same content or a corrected one. */
  readonly how: 'given-up' | 'retried' | 'redone';
  /** Corrected time (ms). */
  readonly at: number;
  readonly by: string;
  /** Why, where it was given up; empty otherwise. */
  readonly reason: string;
  /** Place of the deed that says so: the one that tells the office, or the one in its place. */
  readonly seq: number;
}

/** The server's row (or its absence) under a row that pending deeds have touched. */
export interface BaseRow<T extends TableName = TableName> {
  /** `table/id`. */
  key: string;
  table: T;
  id: string;
  row: RowOf[T] | null;
}

/** A problem that is being written down and not yet 保存: every keystroke is kept. */
export interface DraftRow {
  /** The finding's future id. */
  id: string;
  /** `finding.amend` where it corrects a recorded one. */
  amends: boolean;
  pointId: string;
  roundId: string;
  inspectionId: string | null;
  itemId: string | null;
  text: string;
  count: number | null;
  unitId: string;
  deadline: DeadlineChoice;
  photos: PhotoArgs[];
  place: Place | null;
  changedAt: number;
  /** Place of the refused deed whose content it corrects; null for none. */
  redoes: number | null;
}

/**
 * `held`: known to a draft or a refused deed alone, so nothing to send yet.
 * `failed`: tried again by itself where `retryAt` is set, else only on request.
 */
export type PhotoState = 'held' | 'waiting' | 'uploading' | 'arrived' | 'failed';

/** What is known of a photo of this device and how far it has travelled; its bytes are apart. */
export interface BlobRow {
  sha256: string;
  bytes: number;
  /** Corrected time (ms). */
  takenAt: number;
  title: string;
  state: PhotoState;
  /** Bytes that the server has confirmed. */
  sent: number;
  /** Why it failed, in Chinese; empty otherwise. */
  error: string;
  /** Times that it failed in a row. */
  tries: number;
  /** Device time of the next try of a failed one; null where trying again would not help. */
  retryAt: number | null;
  /** Where a cut upload goes on. */
  uploadUrl: string | null;
}

/** How a photo stands before anything of it was sent. */
export const UNSENT_STATE = {
  sent: 0,
  error: '',
  tries: 0,
  retryAt: null,
  uploadUrl: null,
} as const satisfies Partial<BlobRow>;

/** A photo's bytes, apart from its state so that progress never rewrites them. */
export interface JpegRow {
  sha256: string;
  jpeg: Blob;
}

export interface LeaseRow {
  /** `agency/year/seq`. */
  id: string;
  agency: string;
  year: number;
  seq: number;
  used: 0 | 1;
}

/** The one row that every deed reads and moves on. */
export interface HeadRow {
  id: 'head';
  /** Place of the last deed in this client's order; 0 before the first. */
  lastSeq: number;
  /** Server time minus device time (ms) as last measured; null before the first answer. */
  offset: number | null;
  /** Moved on by every pull that changes rows: what a tab remembers of an earlier one is stale. */
  generation: number;
}

/** Small facts of this store. `accepted` counts deeds; `pulled` is true once a pull ran to its end. */
export interface Facts {
  clientId: string;
  cursor: string;
  accepted: number;
  lastContact: number;
  pulled: boolean;
}

export interface MetaRow {
  key: keyof Facts;
  value: string | number | boolean;
}

export const LOG_KINDS = ['open', 'round', 'photo', 'storage', 'clear'] as const;

/**
 * One thing that happened to this store on its way to the office, in codes and
 * numbers alone: nothing here says what anybody wrote, photographed or is called.
 */
export interface LogRow {
  /** Place in the order of happening. */
  nth: number;
  /** Device time (ms). */
  at: number;
  kind: (typeof LOG_KINDS)[number];
  /** A code of this program's own, e.g. `ok`, `offline` or a failure's. */
  code: string;
  /** Times in a row that nothing else happened. */
  times: number;
  /** How long it took (ms). */
  ms: number;
  /** Deeds pushed, of those refused, and rows received. */
  pushed: number;
  refused: number;
  pulled: number;
  /** Bytes sent or freed. */
  bytes: number;
}

/** The tables of this device alone. */
export interface LocalRows {
  outbox: OutboxRow;
  receipt: ReceiptRow;
  refused: RefusedRow;
  base: BaseRow;
  draft: DraftRow;
  blob: BlobRow;
  jpeg: JpegRow;
  lease: LeaseRow;
  head: HeadRow;
  meta: MetaRow;
  log: LogRow;
}
