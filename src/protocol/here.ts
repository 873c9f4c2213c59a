/** A device says which store a person has open on it; the office says which it knew there before. */
import * as z from 'zod/mini';
import { Seal } from './parcel.ts';
import { Instant, Uuid } from './rows/shared.ts';

const Ids = z.array(Uuid).check(z.maxLength(50));

export const Here = z.object({
  clientId: Uuid,
  /** Stores that the device itself remembers and does not find any more. */
  gone: Ids,
  /** Losses that the person has read. */
  told: Ids,
});
export type Here = z.infer<typeof Here>;

/** A store of this person on this device that never came back. */
export const FormerClient = z.object({
  clientId: Uuid,
  lastContact: Instant,
  /** What it had not sent when it was last heard of; of what was done since, nobody knows. */
  unsent: z.int(),
  unsentPhotos: z.int(),
});
export type FormerClient = z.infer<typeof FormerClient>;

export const HereAnswer = z.object({
  /** What this store seals its 离线包 with, in hex. */
  sealKey: Seal,
  /** Not yet told; the latest first. */
  former: z.array(FormerClient),
});
export type HereAnswer = z.infer<typeof HereAnswer>;
