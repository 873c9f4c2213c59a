/**
 * A request that leaves the office, to an address that the administrator or a person's
 * own browser has named: no redirect is followed, and nothing of the answer but its
 * status is read.
 */
import { errorCode } from '../store/store-error.ts';

const TIMEOUT_MS = 10_000;

export interface Sent {
  /** 0 where there was no answer. */
  readonly status: number;
  /** Why it was not taken, in words; empty where it was. */
  readonly error: string;
}

export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<Sent> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    const { status } = response;
    if (status >= 200 && status < 300) return { status, error: '' };
    if (status >= 300 && status < 400) {
      return { status, error: `对方答复 ${status}（跳转），不跟随跳转，请填最终的地址` };
    }
    return { status, error: `对方答复 ${status}` };
  } catch (error) {
    return { status: 0, error: sayNoAnswer(error) };
  }
}

function sayNoAnswer(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return '10 秒内没有答复';
  const cause = error instanceof Error ? error.cause : null;
  const code = errorCode(cause) || errorCode(error);
  return code === '' ? '没有连上' : `没有连上（${code}）`;
}
