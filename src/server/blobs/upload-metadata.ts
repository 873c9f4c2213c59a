/** The tus header Upload-Metadata: `key base64, key base64`. */
import * as z from 'zod/mini';
import { Sha256 } from '../../protocol/rows/shared.ts';

const Said = z.object({ sha256: Sha256, filetype: z.literal('image/jpeg') });
export type Said = z.infer<typeof Said>;

/** What a device says of the photo that it begins to send; null where that is not as agreed. */
export function readMetadata(header: unknown): Said | null {
  if (typeof header !== 'string') return null;
  const entries = header.split(',').map((pair) => {
    const [key = '', value = ''] = pair.trim().split(' ');
    return [key, Buffer.from(value, 'base64').toString('utf8')];
  });
  const said = Said.safeParse(Object.fromEntries(entries));
  return said.success ? said.data : null;
}
