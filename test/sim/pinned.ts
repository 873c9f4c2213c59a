/**
 * What once broke a promise, and must never again: kept as the steps themselves,
 * since a seed means something else as soon as the dice are weighted anew.
 */
export interface Pinned {
  /** What went wrong, and where it was mended. */
  readonly why: string;
  readonly script: readonly string[];
}

export const PINNED: readonly Pinned[] = [];
