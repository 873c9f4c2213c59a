import type { Actor } from '../../protocol/tx.ts';
import type { LocalDatabase } from './database.ts';
import type { PaperDesk } from './paper-desk.ts';
import type { StorageTrouble } from './storage-trouble.ts';

/** When something was done, by the device and by its measured distance from the server. */
export interface Moment {
  /** The device's own time (ms). */
  readonly at: number;
  /** Server time minus device time (ms). */
  readonly offset: number;
}

/** Who does deeds in this store, by which clock, and who is told once one is durable. */
export interface Author {
  readonly db: LocalDatabase;
  readonly actor: Actor;
  readonly officeId: string;
  readonly clientId: string;
  readonly paper: PaperDesk;
  /** The device's own time (ms). */
  now(): number;
  /** The moment of a deed, given the offset as last measured. */
  stamp(offset: number): Moment;
  /** Called after a deed has been committed. */
  saved(): void;
  /** Called where this device could not save one. */
  troubled(trouble: StorageTrouble): void;
}

/** Beyond this a step back is the clock's own, set right by someone, and is believed. */
const LONGEST_STEP_BACK_MS = 10_000;

/**
 * Stamps deeds so that a newly measured offset does not put a later tap before
 * an earlier one: the later tap must win.
 */
export function createStamp(now: () => number): (offset: number) => Moment {
  let last = Number.NEGATIVE_INFINITY;
  return (offset) => {
    const at = Math.round(now());
    const back = last - (at + offset);
    const kept = back > 0 && back < LONGEST_STEP_BACK_MS ? offset + back : offset;
    last = at + kept;
    return { at, offset: kept };
  };
}
