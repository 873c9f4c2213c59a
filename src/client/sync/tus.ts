/**
 * The sender's side of tus 1.0 (creation, HEAD, PATCH) over `fetch`, so that page
 * and service worker upload alike. Small pieces: a cut one costs little on a bad link.
 */
import { deadline } from './deadline.ts';
import { bodyOf, type Fetch, type Setback, send, setbackOf } from './exchange.ts';
import type { Failure } from './status.ts';

export const ENDPOINT = '/api/photos';
export const PIECE_BYTES = 131_072;
const PIECE_TIMEOUT_MS = 120_000;
const VERSION = { 'Tus-Resumable': '1.0.0' } as const;
/** Times that a sender and the server may disagree on how far it is. */
const MAX_DISAGREEMENTS = 3;

export interface Parcel {
  readonly jpeg: Blob;
  readonly sha256: string;
  /** Where an earlier, cut upload stands. */
  readonly uploadUrl: string | null;
  onUrl(url: string): Promise<void>;
  onProgress(sent: number): Promise<void>;
}

export type Delivery =
  | { readonly kind: 'done' }
  /** The office does not take this photo; others may pass. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly final: boolean }
  | Setback;

export async function deliver(fetch: Fetch, parcel: Parcel, stop: AbortSignal): Promise<Delivery> {
  const ask: Ask = async (url, init) => {
    const limit = deadline(stop, PIECE_TIMEOUT_MS);
    const headers = { ...VERSION, ...init.headers };
    const answer = await send(fetch, url, { ...init, headers, signal: limit.signal });
    limit.lift();
    return answer;
  };
  let place = parcel.uploadUrl === null ? null : await resume(ask, parcel.uploadUrl);
  for (let disagreements = 0; disagreements < MAX_DISAGREEMENTS; disagreements += 1) {
    place ??= await create(ask, parcel);
    if (place.kind !== 'at') return place;
    const end = await sendPieces(ask, parcel, place);
    if (end.kind !== 'disagreed') return end;
    place = await resume(ask, place.url);
  }
  return { kind: 'refused', failure: OUT_OF_STEP, final: false };
}

type Ask = (
  url: string,
  init: RequestInit & { headers?: Record<string, string> },
) => Promise<Response | null>;
interface At {
  readonly kind: 'at';
  readonly url: string;
  readonly offset: number;
}

const OUT_OF_STEP: Failure = { code: 'out-of-step', message: '照片上传中断，稍后自动重试' };

/** Where a cut upload stands; null where the server no longer knows it. */
async function resume(ask: Ask, url: string): Promise<At | Delivery | null> {
  const answer = await ask(url, { method: 'HEAD' });
  if (answer === null) return { kind: 'offline' };
  if (answer.ok) return { kind: 'at', url, offset: offsetOf(answer) };
  if (answer.status === 401 || answer.status >= 500) return refusal(answer);
  return null;
}

async function create(ask: Ask, parcel: Parcel): Promise<At | Delivery> {
  const metadata = { sha256: parcel.sha256, filetype: 'image/jpeg' };
  const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${btoa(value)}`);
  const answer = await ask(ENDPOINT, {
    method: 'POST',
    headers: {
      'Upload-Length': String(parcel.jpeg.size),
      'Upload-Metadata': pairs.join(','),
    },
  });
  if (answer === null) return { kind: 'offline' };
  const created = answer.headers.get('Location');
  if (!answer.ok || created === null) return refusal(answer);
  // The path alone: behind a proxy the server may not know its own scheme and name.
  const url = created.replace(/^[a-z]+:\/\/[^/]+/i, '');
  await parcel.onUrl(url);
  return { kind: 'at', url, offset: 0 };
}

async function sendPieces(
  ask: Ask,
  { jpeg, onProgress }: Parcel,
  { url, offset: start }: At,
): Promise<Delivery | { kind: 'disagreed' }> {
  let offset = start;
  while (offset < jpeg.size) {
    const answer = await ask(url, {
      method: 'PATCH',
      headers: {
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(offset),
      },
      body: jpeg.slice(offset, offset + PIECE_BYTES),
    });
    if (answer === null) return { kind: 'offline' };
    if (DISAGREED.has(answer.status)) return { kind: 'disagreed' };
    if (!answer.ok) return refusal(answer);
    const reached = offsetOf(answer);
    if (reached <= offset) return { kind: 'disagreed' };
    offset = reached;
    await onProgress(offset);
  }
  return { kind: 'done' };
}

/** Gone, another offset, or still locked by the connection that was cut. */
const DISAGREED: ReadonlySet<number> = new Set([404, 409, 410, 423]);
/** Sent again, the same photo would get the same answer. */
const FINAL: ReadonlySet<number> = new Set([400, 413, 415, 422]);

async function refusal(answer: Response): Promise<Delivery> {
  const setback = setbackOf(answer.status, await bodyOf(answer));
  if (setback.kind !== 'later' || answer.status === 507) return setback;
  return { kind: 'refused', failure: setback.failure, final: FINAL.has(answer.status) };
}

function offsetOf(answer: Response): number {
  const offset = Number(answer.headers.get('Upload-Offset'));
  return Number.isInteger(offset) ? offset : 0;
}
