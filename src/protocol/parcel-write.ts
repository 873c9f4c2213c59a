/** Writing a 离线包: see parcel-file.ts. No more of it than one frame is ever in memory. */
import type { ParcelAbout } from './parcel.ts';
import {
  type Content,
  fromHex,
  HASH_BYTES,
  joined,
  KIND,
  VERSION,
  writeFrameHead,
  writeHead,
} from './parcel-file.ts';
import { type Bytes, ITERATIONS, lockOf, type Surroundings } from './parcel-lock.ts';

export interface Secret {
  readonly passphrase: string;
  /** SALT_BYTES of them, drawn anew for each file. */
  readonly salt: Bytes;
}

export async function* writeParcel<Key>(
  around: Surroundings<Key>,
  { passphrase, salt }: Secret,
  about: ParcelAbout,
  contents: AsyncIterable<Content>,
): AsyncGenerator<Bytes> {
  const lock = await lockOf(around, passphrase, salt, ITERATIONS);
  const facts = { version: VERSION, iterations: ITERATIONS, salt, check: lock.check };
  const head = await writeHead(around, facts);
  yield head;
  let nth = 0;
  const frame = async (plain: Bytes, last: boolean) => {
    const locked = await lock.close({ head, nth, last }, plain);
    nth += 1;
    return joined(writeFrameHead(locked.length, last), locked);
  };
  const json = (value: object) => around.utf8.encode(JSON.stringify(value));
  yield await frame(joined(of(KIND.about), json(about)), false);
  for await (const content of contents) yield await frame(plainOf(around, content), false);
  yield await frame(joined(of(KIND.end), json(about.counts)), true);
}

function plainOf<Key>({ utf8 }: Surroundings<Key>, content: Content): Bytes {
  switch (content.kind) {
    case 'deeds': {
      const seal = content.seal === null ? new Uint8Array(HASH_BYTES) : fromHex(content.seal);
      return joined(of(KIND.deeds), seal, utf8.encode(content.text));
    }
    case 'kept':
      return joined(of(KIND.kept), utf8.encode(content.text));
    case 'photo':
      return joined(of(KIND.photo), fromHex(content.sha256), content.jpeg);
    case 'kept-photo':
      return joined(of(KIND.keptPhoto), fromHex(content.sha256), content.jpeg);
  }
}

function of(kind: number): Bytes {
  return Uint8Array.of(kind);
}
