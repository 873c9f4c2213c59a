/** Speaks the protocol word by word, so that a test can also say what no tablet would. */
import { randomUUID } from 'node:crypto';
import type { PushedMutation } from '../../src/protocol/sync.ts';
import { PROTOCOL, SyncResponse } from '../../src/protocol/sync.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; null where there is none. */
  readonly body: unknown;
}

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export class RawClient {
  readonly url: string;
  readonly cookie: string;
  readonly clientId: string;
  readonly deviceId = randomUUID();
  cursor: string | null = null;

  constructor(url: string, cookie = '', clientId: string = randomUUID()) {
    this.url = url;
    this.cookie = cookie;
    this.clientId = clientId;
  }

  static async signIn(url: string, account: string, password: string): Promise<RawClient> {
    const stranger = new RawClient(url);
    const answer = await stranger.ask('/api/session', { body: { account, password } });
    if (answer.status !== 200) throw new Error(`not let in: ${answer.text}`);
    return new RawClient(url, cookieOf(answer));
  }

  /** The same person on another tablet. */
  another(clientId?: string): RawClient {
    return new RawClient(this.url, this.cookie, clientId);
  }

  /** A body that is a string or bytes goes as it is, any other as JSON. */
  async ask(path: string, { method, body, headers = {} }: Asking = {}): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(this.url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: raw ? new Blob([Buffer.from(body)]) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = (response.headers.get('content-type') ?? '').includes('json') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: json ? JSON.parse(text) : null,
    };
  }

  /** The body of a round trip. */
  request(
    mutations: readonly PushedMutation[],
    cursor: string | null,
    unsent = mutations.length,
  ): Record<string, unknown> {
    return {
      protocol: PROTOCOL,
      clientId: this.clientId,
      cursor,
      mutations,
      device: {
        deviceId: this.deviceId,
        label: '测试设备',
        appVersion: 'test',
        unsent,
        unsentPhotos: 0,
        unsentSince: null,
        refused: 0,
        storageFree: null,
        storageError: null,
      },
    };
  }

  /** Pushes, and pulls from where this client stands, or says that it stands. */
  async sync(
    mutations: readonly PushedMutation[] = [],
    said: { readonly cursor?: string | null; readonly unsent?: number } = {},
  ): Promise<SyncResponse> {
    const { cursor = this.cursor, unsent = mutations.length } = said;
    const body = this.request(mutations, cursor, unsent);
    const answer = await this.ask('/api/sync', { body });
    if (answer.status !== 200) throw new Error(`no sync: ${answer.status} ${answer.text}`);
    const response = SyncResponse.parse(answer.body);
    this.cursor = response.cursor;
    return response;
  }
}

export function cookieOf(answer: Answer): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
