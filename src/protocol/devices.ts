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
});
export type DeviceStatus = z.infer<typeof DeviceStatus>;

export const DeviceList = z.object({ devices: z.array(DeviceStatus), serverTime: Instant });
