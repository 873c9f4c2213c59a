/**
 * Sends one photo by tus 1.0, resumable: tus-js-client speaks the protocol, and
 * what its endings mean for the loop is said here. Small pieces: a cut one costs
 * little on a bad link. It never tries again by itself; when is the loop's to say.
 */
import { DetailedError, type HttpResponse, Upload } from 'tus-js-client';
import { type Fetch, type Setback, setbackOf } from './exchange.ts';
import type { Failure } from './status.ts';
import { fetchStack, LineCut, pathOf, pieces } from './tus-stack.ts';

export const ENDPOINT = '/api/photos';
export const PIECE_BYTES = 131_072;
/** Times that a sender and the server may disagree on how far it is. */
const MAX_DISAGREEMENTS = 3;

export interface Parcel {
  readonly jpeg: Blob;
  readonly sha256: string;
  /** Where an earlier, cut upload stands. */
  readonly uploadUrl: string | null;
  /** Asked before each piece. */
  mayGo(): Promise<boolean>;
  onUrl(url: string): Promise<void>;
  onProgress(sent: number): Promise<void>;
}

export type Delivery =
  | { readonly kind: 'done' }
  /** The line has become one that photos do not go by. */
  | { readonly kind: 'held' }
  /** The office does not take this photo; others may pass. */
  | { readonly kind: 'refused'; readonly failure: Failure; readonly final: boolean }
  | Setback;

type Ending =
  | Delivery
  /** The office knows the upload no longer. */
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'disagreed'; readonly place: string | null };

export async function deliver(fetch: Fetch, parcel: Parcel, stop: AbortSignal): Promise<Delivery> {
  let place = parcel.uploadUrl;
  let disagreements = 0;
  while (disagreements < MAX_DISAGREEMENTS) {
    const ending = await attempt(fetch, parcel, place, stop);
    if (ending.kind !== 'forgotten' && ending.kind !== 'disagreed') return ending;
    if (ending.kind === 'disagreed') disagreements += 1;
    place = ending.kind === 'disagreed' ? ending.place : null;
  }
  return { kind: 'refused', failure: OUT_OF_STEP, final: false };
}

const OUT_OF_STEP: Failure = { code: 'out-of-step', message: '照片上传中断，稍后自动重试' };

/** Goes on at a place, or begins anew at none. */
async function attempt(
  fetch: Fetch,
  { jpeg, sha256, mayGo, onUrl, onProgress }: Parcel,
  place: string | null,
  stop: AbortSignal,
): Promise<Ending> {
  // Nothing more is sent before it stands in the store how far it is.
  let noted = Promise.resolve();
  const ending = await new Promise<Ending | DetailedError | Error>((resolve) => {
    const upload = new Upload(jpeg, {
      // Never both: the library would begin anew wherever asking for the place fails, a 500 included.
      ...(place === null ? { endpoint: ENDPOINT } : { uploadUrl: place }),
      metadata: { sha256, filetype: 'image/jpeg' },
      chunkSize: PIECE_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      httpStack: fetchStack(fetch, stop),
      fileReader: pieces,
      onUploadUrlAvailable() {
        if (place === null && upload.url !== null) noted = onUrl(pathOf(upload.url));
      },
      async onBeforeRequest() {
        await noted;
        if (!(await mayGo())) throw new Held();
      },
      onChunkComplete(sent, reached) {
        if (sent <= 0 || reached > jpeg.size) throw new OutOfStep();
        noted = onProgress(reached);
      },
      onSuccess: () => resolve({ kind: 'done' }),
      onError: (error) => resolve(endingOf(error, upload.url)),
    });
    upload.start();
  });
  await noted;
  if (ending instanceof Error) throw ending;
  return ending;
}

class Held extends Error {
  override readonly name = 'Held';
}

/** The server's word on how far it is makes no sense. */
class OutOfStep extends Error {
  override readonly name = 'OutOfStep';
}

/** What an upload's end means; the error itself where it is a bug. */
function endingOf(error: Error, url: string | null): Ending | Error {
  if (!(error instanceof DetailedError)) return error;
  const place = url === null ? null : pathOf(url);
  const { originalResponse: answer, originalRequest: asked, causingError: cause } = error;
  if (answer) {
    return asked.getMethod() === 'HEAD' ? standing(answer, place) : refusal(answer, place);
  }
  if (cause instanceof LineCut) return { kind: 'offline' };
  if (cause instanceof Held) return { kind: 'held' };
  if (cause instanceof OutOfStep) return { kind: 'disagreed', place };
  return cause ?? error;
}

/** Gone, another offset, or still locked by the connection that was cut. */
const DISAGREED: ReadonlySet<number> = new Set([404, 409, 410, 423]);
/** Sent again, the same photo would get the same answer. */
const FINAL: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/** A question where a cut upload stands that was answered otherwise. */
function standing(answer: HttpResponse, place: string | null): Ending {
  const status = answer.getStatus();
  if (status === 423) return { kind: 'disagreed', place };
  const unsettled = status < 400 || status === 401 || status >= 500;
  return unsettled ? refusal(answer, place) : { kind: 'forgotten' };
}

function refusal(answer: HttpResponse, place: string | null): Ending {
  const status = answer.getStatus();
  if (place !== null && DISAGREED.has(status)) return { kind: 'disagreed', place };
  const setback = setbackOf(status, bodyOf(answer));
  // Who may no longer send photos still pushes and pulls: it is this photo's end, not the loop's.
  if (setback.kind === 'stopped' && setback.failure.code === 'not-permitted') {
    return { kind: 'refused', failure: setback.failure, final: true };
  }
  // A good answer without a word of tus is not the office's.
  if (setback.kind !== 'later' || status === 507 || status < 400) return setback;
  return { kind: 'refused', failure: setback.failure, final: FINAL.has(status) };
}

/** The JSON of an answer; null where it is none. */
function bodyOf(answer: HttpResponse): unknown {
  try {
    return JSON.parse(answer.getBody());
  } catch {
    return null;
  }
}
