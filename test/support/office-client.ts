/** A tablet without a screen: signs in and speaks the protocol, to fill an office or to load it. */
import { createHash, randomUUID } from 'node:crypto';
import type { MutationArgs, MutationName } from '../../src/protocol/mutations/index.ts';
import { Session } from '../../src/protocol/session.ts';
import { PROTOCOL, type PushedMutation, SyncResponse } from '../../src/protocol/sync.ts';

export class OfficeClient {
  readonly clientId = randomUUID();
  readonly #deviceId = randomUUID();
  readonly #waiting: PushedMutation[] = [];
  #seq = 0;

  private constructor(
    readonly url: string,
    readonly cookie: string,
    readonly session: Session,
  ) {}

  static async signIn(url: string, account: string, password: string): Promise<OfficeClient> {
    const response = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    if (!response.ok) throw new Error(`${account} was not let in: ${await response.text()}`);
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    return new OfficeClient(url, cookie, Session.parse(await response.json()));
  }

  static hash(bytes: Uint8Array): string {
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** A second tablet of the same person. */
  another(): OfficeClient {
    return new OfficeClient(this.url, this.cookie, this.session);
  }

  /** Does a deed that the next `sync` pushes. */
  does<N extends MutationName>(name: N, args: MutationArgs[N], at = Date.now()): void {
    this.#seq += 1;
    this.#waiting.push({ seq: this.#seq, name, args, at, offset: 0 });
  }

  /** The body of a round trip that pushes what waits; it waits on until `sync` has an answer. */
  request(cursor: string | null): string {
    return JSON.stringify({
      protocol: PROTOCOL,
      clientId: this.clientId,
      cursor,
      mutations: this.#waiting,
      device: {
        deviceId: this.#deviceId,
        label: '测试设备',
        appVersion: 'test',
        unsent: this.#waiting.length,
        unsentPhotos: 0,
        unsentSince: this.#waiting[0]?.at ?? null,
        refused: 0,
        storageFree: null,
        storageError: null,
      },
    });
  }

  async sync(cursor: string | null = null): Promise<SyncResponse> {
    const response = await fetch(`${this.url}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: this.request(cursor),
    });
    if (!response.ok) throw new Error(`no sync: ${response.status} ${await response.text()}`);
    return this.accept(await response.text());
  }

  /** Takes an answer to `request`: what was pushed waits no longer. */
  accept(text: string): SyncResponse {
    const answer = SyncResponse.parse(JSON.parse(text));
    this.settle();
    return answer;
  }

  /** What was pushed waits no longer. */
  settle(): void {
    this.#waiting.length = 0;
  }

  /** Pulls all that this person may see. */
  async pullAll(): Promise<SyncResponse['patch']['puts'][]> {
    const pages: SyncResponse['patch']['puts'][] = [];
    let cursor: string | null = null;
    for (;;) {
      const answer: SyncResponse = await this.sync(cursor);
      pages.push(answer.patch.puts);
      cursor = answer.cursor;
      if (!answer.more) return pages;
    }
  }

  /** Uploads a photo's bytes over tus, in one piece. */
  async upload(jpeg: Uint8Array<ArrayBuffer>): Promise<string> {
    const sha256 = OfficeClient.hash(jpeg);
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const tus = { 'tus-resumable': '1.0.0', cookie: this.cookie };
    const created = await fetch(`${this.url}/api/photos`, {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': String(jpeg.byteLength),
        'upload-metadata': `sha256 ${base64(sha256)},filetype ${base64('image/jpeg')}`,
      },
    });
    const place = created.headers.get('location');
    if (!created.ok || place === null) throw new Error(`no upload: ${created.status}`);
    const sent = await fetch(new URL(place, this.url), {
      method: 'PATCH',
      headers: {
        ...tus,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: jpeg,
    });
    if (!sent.ok) throw new Error(`the upload was cut: ${sent.status} ${await sent.text()}`);
    return sha256;
  }
}
