/** The one question of this page. Its answer is read by hand: a library would double the page. */
import { SEAL_REASONS, type SealReason } from '../../domain/seal-verdict.ts';
import type { FileInHand } from './file-in-hand.ts';

export type Answer =
  | {
      readonly ok: true;
      readonly reason: SealReason;
      readonly at: number | null;
      readonly voidReason: string;
    }
  | { readonly ok: false; readonly message: string };

const TIMEOUT_MS = 30_000;

export async function askOffice(payload: string, file: FileInHand | null): Promise<Answer> {
  const more = file ? { fileSha256: file.sha256, fileNumber: file.number } : {};
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch('/api/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ payload, ...more }),
      signal: stop.signal,
    });
    const body: unknown = await response.json();
    if (response.ok) return read(body);
    return { ok: false, message: messageOf(body, response.status) };
  } catch (error) {
    console.info('没有问到', error);
    return { ok: false, message: '连不上签发单位的服务器，请检查网络后再试。' };
  } finally {
    clearTimeout(timer);
  }
}

function read(body: unknown): Answer {
  const said = field(body, 'reason');
  const reason = SEAL_REASONS.find((one) => one === said);
  const at = field(body, 'at');
  const voidReason = field(body, 'voidReason');
  if (!reason) return { ok: false, message: '服务器的答复看不懂，请刷新本页后再试。' };
  return {
    ok: true,
    reason,
    at: typeof at === 'number' ? at : null,
    voidReason: typeof voidReason === 'string' ? voidReason : '',
  };
}

function messageOf(body: unknown, status: number): string {
  const message = field(body, 'message');
  const wait = field(body, 'retryAfter');
  if (typeof message !== 'string') return `服务器没有答复（${status}），请稍后再试。`;
  return typeof wait === 'number' ? `${message}（约 ${wait} 秒后可以再试）。` : `${message}。`;
}

function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}
