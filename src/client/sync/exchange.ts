/** One POST to the office, and what its answer means for the loop. */
import { FailureBody, UPGRADE_NEEDED } from '../../protocol/failures.ts';
import { type SyncRequest, SyncResponse } from '../../protocol/sync.ts';
import { deadline } from './deadline.ts';
import type { Failure } from './status.ts';

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Anything but an answer. */
export type Setback =
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out'; readonly failure: Failure }
  /** Trying again by itself would not help. */
  | { readonly kind: 'stopped'; readonly failure: Failure }
  | { readonly kind: 'later'; readonly failure: Failure; readonly retryMs: number | null };

/** What a setback is called in the record of what happened. */
export function codeOf(setback: Setback): string {
  return setback.kind === 'offline' ? 'offline' : setback.failure.code;
}

export type Exchange = { readonly kind: 'answer'; readonly response: SyncResponse } | Setback;

const TIMEOUT_MS = 60_000;

const NOT_OURS: Failure = {
  code: 'bad-answer',
  message: '网络返回的不是本系统的答复，可能要先登录这个无线网络',
};

export async function exchange(
  fetch: Fetch,
  request: SyncRequest,
  stop: AbortSignal,
): Promise<Exchange> {
  const limit = deadline(stop, TIMEOUT_MS);
  try {
    const answer = await send(fetch, '/api/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: limit.signal,
    });
    return answer === null ? { kind: 'offline' } : await readAnswer(answer);
  } finally {
    limit.lift();
  }
}

async function readAnswer(answer: Response): Promise<Exchange> {
  const body = await bodyOf(answer);
  if (!answer.ok) return setbackOf(answer.status, body);
  const response = SyncResponse.safeParse(body);
  if (response.success) return { kind: 'answer', response: response.data };
  console.warn('服务器的答复不合约定', response.error.issues.slice(0, 3));
  return { kind: 'later', failure: NOT_OURS, retryMs: null };
}

/** Null where nothing came back: offline is an ordinary answer here. */
export async function send(fetch: Fetch, url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, init);
  } catch {
    return null;
  }
}

/** The JSON of an answer; null where it is none or was cut. */
export async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    return null;
  }
}

export function setbackOf(status: number, body: unknown): Setback {
  const said = FailureBody.safeParse(body);
  const failure: Failure = said.success
    ? { code: said.data.code, message: said.data.message }
    : { ...NOT_OURS, message: `${NOT_OURS.message}(${status})` };
  if (status === 401 || failure.code === 'client-not-yours') return { kind: 'signed-out', failure };
  if (status === UPGRADE_NEEDED || status === 403) {
    return { kind: 'stopped', failure };
  }
  const seconds = said.success ? said.data.retryAfter : undefined;
  return { kind: 'later', failure, retryMs: seconds === undefined ? null : seconds * 1_000 };
}
