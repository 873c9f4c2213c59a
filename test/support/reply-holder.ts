/** Whoever holds a paper or a link of a notice, without an account. */
import { uuidv7 } from 'uuidv7';
import { ReplyLinkMade } from '../../src/protocol/reply-links.ts';
import { FileTaken, type ReplyAnswer, ReplyView } from '../../src/protocol/reply-page.ts';
import type { RowOf } from '../../src/protocol/rows/index.ts';
import { encodeSeal } from '../../src/protocol/seal-payload.ts';
import { type Answer, RawClient } from './raw-client.ts';
import { payloadOf } from './sealed-office.ts';

const BYTES = 'application/octet-stream';

export class ReplyHolder {
  readonly #client: RawClient;

  constructor(
    readonly url: string,
    readonly token: string,
  ) {
    this.#client = new RawClient(url);
  }

  /** By what the QR on the paper says. */
  static ofPaper(url: string, notice: RowOf['notice']): ReplyHolder {
    return new ReplyHolder(url, encodeSeal(payloadOf(notice)));
  }

  /** By a link that this person of the office makes. */
  static async ofLink(person: RawClient, noticeId: string): Promise<ReplyHolder> {
    const answer = await person.ask(`/api/notices/${noticeId}/links`, { method: 'POST' });
    return new ReplyHolder(person.url, ReplyLinkMade.parse(answer.body).token);
  }

  ask(path: string, body?: unknown, method?: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}` };
    return this.#client.ask(path, {
      headers,
      ...(body === undefined ? {} : { body }),
      ...(method ? { method } : {}),
    });
  }

  async view(): Promise<ReplyView> {
    const answer = await this.ask('/api/reply');
    if (answer.status !== 200) throw new Error(`no view: ${answer.status} ${answer.text}`);
    return ReplyView.parse(answer.body);
  }

  /** Sends bytes; answers the status, and what the office says of them. */
  async send(what: 'files' | 'photos', bytes: Uint8Array) {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': BYTES };
    const answer = await this.#client.ask(`/api/reply/${what}`, { body: bytes, headers });
    const taken = answer.status === 200 ? FileTaken.parse(answer.body) : null;
    return { status: answer.status, text: answer.text, taken };
  }

  answer(findingId: string, changed: Partial<ReplyAnswer> = {}): Promise<Answer> {
    return this.ask('/api/reply/answers', answerOf(findingId, changed));
  }
}

export function answerOf(findingId: string, changed: Partial<ReplyAnswer> = {}): ReplyAnswer {
  return {
    id: uuidv7(),
    findingId,
    text: '已更换破损地砖三块',
    file: null,
    photo: null,
    byName: '经办人甲',
    ...changed,
  };
}

export function pdf(words = '整改报告'): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(`%PDF-1.7\n% ${words}\n`));
}
