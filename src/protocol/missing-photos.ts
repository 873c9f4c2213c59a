/** Photos that rows name and whose bytes the office has not, by finding, by notice and by device. Read online, not synced. */
import * as z from 'zod/mini';
import { Id, Instant, text } from './rows/shared.ts';

const Count = z.int().check(z.gte(0));

/** So many photos are still on this device, as far as its deeds tell. */
const OnDevice = z.object({ clientId: Id, photos: Count });

/** How many photos a problem or a receipt has, how many are here, and who holds the others. */
const Waiting = { expected: Count, present: Count, out: z.array(OnDevice) };

export const MissingPhotos = z.object({
  /** Only findings that wait for a photo; the oldest first. */
  findings: z.array(z.object({ findingId: Id, ...Waiting })),
  /** Only notices whose paper receipt waits for a photo. */
  notices: z.array(z.object({ noticeId: Id, ...Waiting })),
  devices: z.array(
    z.extend(OnDevice, { accountName: text(60), label: text(80), lastContact: Instant }),
  ),
  serverTime: Instant,
});
export type MissingPhotos = z.infer<typeof MissingPhotos>;
