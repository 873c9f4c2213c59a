/** The page's questions to the office, each with what the paper or link lets in by, in a header and nowhere else. */
import type * as z from 'zod/mini';
import { FailureBody } from '../../protocol/failures.ts';
import { type Sending, sendBytes } from '../answer/send-bytes.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** No answer at all: the network, not the office. */
      readonly offline: boolean;
      readonly code: string;
      readonly message: string;
    };

const TIMEOUT_MS = 30_000;
const OFFLINE = '连不上服务器，请检查网络后再试。写好的内容都在这部手机上，不会丢。';

export class Office {
  readonly #code: string;

  constructor(code: string) {
    this.#code = code;
  }

  async ask<T>(path: string, schema: z.ZodMiniType<T>, json?: unknown): Promise<Answer<T>> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(path, { ...this.#request(json), signal: stop.signal });
      return await read(response, schema);
    } catch (error) {
      console.info('没有问到', error);
      return { ok: false, offline: true, code: 'offline', message: OFFLINE };
    } finally {
      clearTimeout(timer);
    }
  }

  send(path: string, body: Blob, onProgress: (part: number) => void): Promise<Sending> {
    return sendBytes(path, body, this.#headers(), onProgress);
  }

  /** Null where it does not come. */
  async picture(sha256: string): Promise<Blob | null> {
    try {
      const response = await fetch(`/api/reply/photos/${sha256}`, this.#request(undefined));
      return response.ok ? await response.blob() : null;
    } catch (error) {
      console.info('照片没有取到', error);
      return null;
    }
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#code}` };
  }

  #request(json: unknown): RequestInit {
    const headers = this.#headers();
    // Whoever is signed in on this phone has no part in it.
    const credentials = 'omit' as const;
    if (json === undefined) return { headers, credentials };
    headers['content-type'] = 'application/json';
    return { method: 'POST', headers, credentials, body: JSON.stringify(json) };
  }
}

async function read<T>(response: Response, schema: z.ZodMiniType<T>): Promise<Answer<T>> {
  const body: unknown = await response.json();
  if (response.ok) {
    const parsed = schema.safeParse(body);
    if (parsed.success) return { ok: true, value: parsed.data };
    const message = '服务器的答复看不懂，请刷新本页后再试。';
    return { ok: false, offline: false, code: 'unknown', message };
  }
  const failure = FailureBody.safeParse(body);
  if (!failure.success) {
    const message = `服务器没有答复（${response.status}），请稍后再试。`;
    return { ok: false, offline: false, code: 'unknown', message };
  }
  const { code, message, retryAfter } = failure.data;
  const wait = retryAfter === undefined ? '' : `（约 ${retryAfter} 秒后可以再试）`;
  return { ok: false, offline: false, code, message: `${message.replace(/。$/, '')}${wait}。` };
}
