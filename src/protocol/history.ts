/** The history of one problem or notice as the office's chain has it: read online, by the office's people. */
import * as z from 'zod/mini';
import { Id, Instant, text } from './rows/shared.ts';

export const HISTORY_SUBJECTS = ['finding', 'notice'] as const;

export const HistoryEntry = z.object({
  /** Its place in the office's whole history. */
  nth: z.int(),
  /** The deed's or act's name; empty for what was there before the chain began. */
  name: text(60),
  accountName: text(60),
  /** The device that it was done on, as the office's list calls it; empty where it was none. */
  device: text(80),
  /** As that device's clock showed it; null where there was none. */
  deviceAt: z.nullable(Instant),
  /** When the office took it. */
  receivedAt: Instant,
  /** The lines of 经过 that it has written. */
  eventIds: z.array(Id),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Newest first. */
export const HistoryAnswer = z.object({ entries: z.array(HistoryEntry) });
export type HistoryAnswer = z.infer<typeof HistoryAnswer>;

/** Where the chain ends: what an office writes down to be able to tell a cut or rewritten one. */
export const HistoryEnd = z.object({
  entries: z.int(),
  end: text(80),
  /** The last of the days that are written down beside the store; null before the first. */
  lastDay: z.nullable(z.object({ day: text(10), end: text(80) })),
});
export type HistoryEnd = z.infer<typeof HistoryEnd>;
