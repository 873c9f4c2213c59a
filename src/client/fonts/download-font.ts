import { fontUrl } from '../../protocol/fonts.ts';
import { keepFont } from './font-cache.ts';

/** The office said no, or nothing came. */
export class FontNotGiven extends Error {
  override readonly name = 'FontNotGiven';
  /** HTTP; 0 where there was no answer. */
  readonly status: number;

  constructor(status: number) {
    super(`no font: ${status}`);
    this.status = status;
  }
}

/**
 * Brings one font onto this device. `onBytes` hears how many bytes have come so far, as
 * they are on the disk and not on the wire. Throws FontNotGiven or FontDamaged, and
 * whatever a full device throws; nothing is kept then.
 */
export async function downloadFont(
  font: { readonly sha256: string; readonly bytes: number },
  onBytes: (bytes: number) => void,
  get: typeof fetch = (input, init) => fetch(input, init),
): Promise<void> {
  // It is kept in one place, so not by the browser's own cache, too.
  const response = await get(fontUrl(font.sha256), { cache: 'no-store' }).catch(() => null);
  if (!response?.ok || !response.body) throw new FontNotGiven(response?.status ?? 0);
  await keepFont(font.sha256, await readAll(response.body, font.bytes, onBytes));
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  expected: number,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(expected);
  const reader = body.getReader();
  let have = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new FontNotGiven(0);
    });
    if (done) return whole.subarray(0, have);
    // Longer than it may be: what is cut off shows in the hash.
    const part = value.subarray(0, expected - have);
    whole.set(part, have);
    have += part.length;
    onBytes(have);
    if (part.length < value.length) {
      await reader.cancel();
      return new Uint8Array(0);
    }
  }
}
