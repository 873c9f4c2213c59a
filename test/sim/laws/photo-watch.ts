/** Listens on the network: a photo that a device knows to have arrived is never sent again. */
import type { Letter } from '../world/network.ts';
import type { Page } from '../world/page.ts';
import type { World } from '../world/world.ts';

const CREATION = '/api/photos';

export function watchPhotos(world: World): void {
  /** Hashes by the address of their upload. */
  const uploads = new Map<string, string>();
  world.network.watch = (page, letter) => {
    const sha256 = hashOf(letter, uploads);
    if (sha256 !== null && hasArrived(page, sha256)) {
      world.bug(`${page.name} sends photo ${sha256} again, though it has arrived`);
    }
  };
  world.network.hear = ({ letter, answer }) => {
    const place = answer?.headers.location;
    if (letter.method !== 'POST' || letter.url !== CREATION || place === undefined) return;
    uploads.set(place, namedIn(letter) ?? '');
  };
}

/** Of a request that sends a photo or begins to; null for any other. */
function hashOf(letter: Letter, uploads: ReadonlyMap<string, string>): string | null {
  if (letter.method === 'PATCH') return uploads.get(letter.url) ?? null;
  return letter.method === 'POST' && letter.url === CREATION ? namedIn(letter) : null;
}

function namedIn({ headers }: Letter): string | null {
  const [, base64] = /sha256 ([\w+/=]+)/.exec(headers['upload-metadata'] ?? '') ?? [];
  return base64 === undefined ? null : atob(base64);
}

function hasArrived({ store }: Page, sha256: string): boolean {
  const blob = store.seen?.blobs.find((one) => one.sha256 === sha256);
  return blob?.state === 'arrived';
}
