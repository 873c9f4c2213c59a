/** Asks whether the office has a photo already, so that none is ever sent twice. */
import { deadline } from './deadline.ts';
import { type Fetch, send } from './exchange.ts';
import { ENDPOINT } from './tus.ts';

const TIMEOUT_MS = 60_000;

/** Resolves to null where nothing came back. */
export async function isThere(
  fetch: Fetch,
  sha256: string,
  stop: AbortSignal,
): Promise<boolean | null> {
  const limit = deadline(stop, TIMEOUT_MS);
  const { signal } = limit;
  const answer = await send(fetch, `${ENDPOINT}/file/${sha256}`, { method: 'HEAD', signal });
  limit.lift();
  if (answer === null) return null;
  // The hash is the office's own word; a network's sign-in page says 200 to everything.
  return answer.ok && (answer.headers.get('etag') ?? '').includes(sha256);
}
