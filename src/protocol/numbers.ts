/** The register of official numbers (发文字号): looked at and taken back from online, not synced. */
import * as z from 'zod/mini';
import { NUMBER_STATES } from '../domain/notice-number.ts';
import { Id, Instant, sentence, text } from './rows/shared.ts';
import { Lease } from './sync.ts';

export const NumberRecall = z.object({ reason: sentence(500) });
/** The numbers that were taken back; none where the device held none. */
export const NumbersRecalled = z.object({ numbers: z.array(Lease) });

export const NumberEntry = z.object({
  agency: text(20),
  year: z.int(),
  seq: z.int(),
  state: z.enum(NUMBER_STATES),
  /** The device that it was lent to or drawn for, and whose that is. */
  holder: z.object({ clientId: Id, accountName: text(60) }),
  /** The notice that bears it, also a void one; null for none. */
  notice: z.nullable(z.object({ id: Id, unitName: text(200) })),
  /** Why it was voided or taken back; empty otherwise. */
  reason: z.string(),
  /** Who took it back; empty where nobody did. */
  recalledBy: text(60),
  /** Null where the office itself drew it. */
  leasedAt: z.nullable(Instant),
  /** When it was used, voided or taken back; null while it is lent. */
  settledAt: z.nullable(Instant),
});
export type NumberEntry = z.infer<typeof NumberEntry>;

/** Every number of the year that has left its series, in order. */
export const NumberList = z.object({ year: z.int(), numbers: z.array(NumberEntry) });
