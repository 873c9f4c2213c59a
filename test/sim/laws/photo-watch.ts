/**
 * Listens on the network: a photo is sent only after the office has said that it
 * has not got it, and one that a device knows to have arrived is never sent again.
 */
import type { Call, Letter } from '../world/network.ts';
import type { Page } from '../world/page.ts';
import type { World } from '../world/world.ts';

const CREATION = '/api/photos';
const QUESTION = /^\/api\/photos\/file\/([0-9a-f]{64})$/;

export function watchPhotos(world: World): void {
  /** Hashes by the address of their upload. */
  const uploads = new Map<string, string>();
  /** By page and hash: whether it has an answer, and whether that was the office's word that it is there. */
  const answers = new Map<string, boolean>();
  world.network.watch = (page, letter) => {
    const sha256 = hashOf(letter, uploads);
    if (sha256 === null) return;
    const has = answers.get(`${page.name} ${sha256}`);
    if (hasArrived(page, sha256) || has === undefined || has) {
      world.bug(`${page.name} sends photo ${sha256}, though it has arrived or nobody asked`);
    }
  };
  world.network.heard = ({ page, letter, answer }) => {
    const [, asked] = QUESTION.exec(letter.url) ?? [];
    if (asked === undefined) return;
    // A network's sign-in page says 200 to everything; the office alone names the hash.
    const named = answer?.headers.etag?.includes(asked) === true;
    answers.set(`${page?.name} ${asked}`, answer?.status === 200 && named);
  };
  world.network.served = (call) => noteUpload(call, uploads);
}

function noteUpload({ letter, answer }: Call, uploads: Map<string, string>): void {
  const place = answer?.headers.location;
  if (letter.method !== 'POST' || letter.url !== CREATION || place === undefined) return;
  uploads.set(place, namedIn(letter) ?? '');
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
