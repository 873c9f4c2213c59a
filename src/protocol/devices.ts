/** The supervisor's list of devices: each one's last report. Read online, not synced. */
import * as z from 'zod/mini';
import { Id, Instant, text } from './rows/shared.ts';
import { DeviceReport } from './sync.ts';

/** A refused deed that its person gave up (已放弃), and why. */
export const GivenUp = z.object({
  /** Its place in its client's order. */
  seq: z.int(),
  title: text(200),
  reason: text(500),
  at: Instant,
  /** Why the office had not taken it. */
  code: text(60),
  detail: text(2000),
});
export type GivenUp = z.infer<typeof GivenUp>;

export const DeviceStatus = z.object({
  clientId: Id,
  accountId: Id,
  accountName: text(60),
  lastContact: Instant,
  report: DeviceReport,
  /** Numbers that this device holds unused. */
  leased: z.int(),
  /** When its browser was found without what it held; null for all is well. */
  lostAt: z.nullable(Instant),
  /** When a file of it (离线包) was last imported; null for never. */
  parcelAt: z.nullable(Instant),
  /** The latest first. */
  givenUp: z.array(GivenUp),
});
export type DeviceStatus = z.infer<typeof DeviceStatus>;

export const DeviceList = z.object({ devices: z.array(DeviceStatus), serverTime: Instant });
