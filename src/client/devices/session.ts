/**
 * Who works on this device. A device that has signed in once opens without the
 * network; signing out forgets who it was, never what they did (invariant 10).
 */
import { FailureBody } from '../../protocol/failures.ts';
import { Session } from '../../protocol/session.ts';
import {
  forgetSession,
  isSignOutOwed,
  oweSignOut,
  rememberSession,
  settleSignOut,
} from '../store/remembered.ts';
import { custody } from '../sync/custody.ts';
import { workplace } from '../workplace.ts';
import { askPersistence } from './storage.ts';

const TIMEOUT_MS = 15_000;

export type SignedIn =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly message: string };

export { recallSession, rememberSession } from '../store/remembered.ts';

export async function signIn(account: string, password: string): Promise<SignedIn> {
  // While the cookie is still that of whoever left: a new one takes its place.
  await tellOwedSignOut();
  const answer = await ask('POST', { account, password });
  if (answer === null) {
    return { ok: false, message: '连不上服务器，请检查网络后再试。首次登录需要联网' };
  }
  if (!answer.ok) return { ok: false, message: await sayFailure(answer) };
  const session = Session.safeParse(await bodyOf(answer));
  if (!session.success) {
    return { ok: false, message: '网络返回的不是本系统的答复，可能要先登录这个无线网络' };
  }
  await rememberSession(session.data);
  await settleSignOut();
  await askPersistence();
  return { ok: true, session: session.data };
}

export interface SignedOut {
  /** Deeds and photos that stay on this device and go when the same person signs in again. */
  readonly unsent: number;
}

export async function signOut(): Promise<SignedOut> {
  const open = workplace.value;
  const unsent = open ? (await custody(open.db)).waiting : 0;
  await oweSignOut();
  await forgetSession();
  workplace.value = null;
  await open?.close();
  await tellSignOut();
  return { unsent };
}

/** What the office says of who is signed in here. */
export type WhoAmI =
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' };

export async function whoAmI(): Promise<WhoAmI> {
  const answer = await ask('GET');
  if (answer?.status === 401) return { kind: 'signed-out' };
  const session = answer?.ok ? Session.safeParse(await bodyOf(answer)) : null;
  return session?.success ? { kind: 'signed-in', session: session.data } : { kind: 'unreachable' };
}

/**
 * Tells the office of a sign-out that it has not heard of. One after another:
 * an answer that comes late must not take a new person's cookie away.
 */
export function tellOwedSignOut(): Promise<void> {
  const before = telling;
  telling = (async () => {
    await Promise.allSettled([before]);
    if (await isSignOutOwed()) await tellSignOut();
  })();
  return telling;
}

let telling: Promise<void> = Promise.resolve();

async function tellSignOut(): Promise<void> {
  const answer = await ask('DELETE');
  if (answer?.ok || answer?.status === 401) await settleSignOut();
}

async function ask(method: string, body?: unknown): Promise<Response | null> {
  try {
    return await fetch('/api/session', {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    // Offline is an ordinary answer here, not a failure.
    return null;
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    // A page of a captive portal, say; the caller's schema refuses it.
    return null;
  }
}

async function sayFailure(answer: Response): Promise<string> {
  const failure = FailureBody.safeParse(await bodyOf(answer));
  return failure.success ? failure.data.message : `服务器出错（${answer.status}），请稍后再试`;
}
