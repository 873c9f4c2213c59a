/** The supervisor's list of devices: each one's last report. Read online, not synced. */
import * as z from 'zod/mini';
import { Id, Instant, text } from './rows/shared.ts';
import { DeviceReport } from './sync.ts';

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
});
export type DeviceStatus = z.infer<typeof DeviceStatus>;

export const DeviceList = z.object({ devices: z.array(DeviceStatus), serverTime: Instant });
