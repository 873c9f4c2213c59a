/** A running office with an inspector's tablet that issues sealed notices, and whoever asks what a QR is worth. */
import { uuidv7 } from 'uuidv7';
import type { NoticeNumber } from '../../src/domain/notice-number.ts';
import { SEAL_TABLE, type SealReason, type SealVerdict } from '../../src/domain/seal-verdict.ts';
import type { MutationArgs, MutationName } from '../../src/protocol/mutations/index.ts';
import type { NoticeRecord, NoticeSeal, RowOf } from '../../src/protocol/rows/index.ts';
import { encodeSeal } from '../../src/protocol/seal-payload.ts';
import { type SealPayload, sealFacts } from '../../src/protocol/sealed.ts';
import { Session } from '../../src/protocol/session.ts';
import { SealAnswer, type SealQuestion, SignerAnswer } from '../../src/protocol/signers.ts';
import { type City, deed, findingArgs, join, noticeArgs, rowsOf } from './city-work.ts';
import { RawClient } from './raw-client.ts';
import { enrolment, problem, record, sealWith, type TestKey } from './sealing.ts';

export interface Issued {
  readonly id: string;
  readonly number: NoticeNumber;
  readonly record: NoticeRecord;
  readonly row: RowOf['notice'];
}

/** In this process or in one of its own. */
export interface RunningOffice {
  readonly url: string;
  readonly password: string;
}

export class SealedOffice {
  readonly server: RunningOffice;
  readonly client: RawClient;
  readonly accountId: string;
  readonly officeId: string;
  readonly #city: City;
  #seq = 0;

  private constructor(
    server: RunningOffice,
    client: RawClient,
    city: City,
    { accountId, officeId }: { readonly accountId: string; readonly officeId: string },
  ) {
    this.server = server;
    this.client = client;
    this.#city = city;
    this.accountId = accountId;
    this.officeId = officeId;
  }

  static async open(server: RunningOffice, account = 'inspector1'): Promise<SealedOffice> {
    const client = await RawClient.signIn(server.url, account, server.password);
    const { city } = await join(client);
    const session = Session.parse((await client.ask('/api/session')).body);
    return new SealedOffice(server, client, city, session);
  }

  /** The status of the answer, and the signer where there is one. */
  async enrol(key: TestKey, changed: object = {}) {
    const { accountId, officeId } = this;
    const { clientId } = this.client;
    const wanted = await enrolment(key, { officeId, accountId, clientId });
    const answer = await this.client.ask('/api/signers', { body: { ...wanted, ...changed } });
    const signer = answer.status === 200 ? SignerAnswer.parse(answer.body).signer : null;
    return { status: answer.status, text: answer.text, signer };
  }

  /** The next number that this client holds, used up. */
  async draw(): Promise<NoticeNumber> {
    const { numberLeases } = await this.client.sync();
    const [lowest] = numberLeases.toSorted((a, b) => a.seq - b.seq);
    if (!lowest) throw new Error('no number is lent to this client');
    return lowest;
  }

  async find(): Promise<string> {
    const args = findingArgs(this.#city, { id: uuidv7() });
    await this.#do('finding.record', args);
    return args.id;
  }

  /** Issues a notice of one problem; `seal` makes what the tablet puts on it. */
  async issue(
    seal: (number: NoticeNumber, of: NoticeRecord) => Promise<NoticeSeal | null>,
    changed: Partial<NoticeRecord> = {},
  ): Promise<Issued> {
    const findingId = await this.find();
    const number = await this.draw();
    const of = record({ problems: [problem(findingId)], ...changed });
    const id = uuidv7();
    const args = { id, number, record: of, seal: await seal(number, of) };
    await this.#do('notice.issue', noticeArgs(this.#city, [findingId], args));
    return { id, number, record: of, row: await this.notice(id) };
  }

  sealed(key: TestKey): Promise<Issued> {
    return this.issue((number, of) => sealWith(key, number, of));
  }

  async notice(id: string): Promise<RowOf['notice']> {
    const found = rowsOf(await this.client.another().sync(), 'notice').find((row) => row.id === id);
    if (!found) throw new Error('no such notice');
    return found;
  }

  /** What the QR says of a notice, as anybody who has no account asks. */
  async verdict(
    payload: string | SealPayload,
    more: Omit<SealQuestion, 'payload'> = {},
  ): Promise<{ reason: SealReason; verdict: SealVerdict; answer: SealAnswer }> {
    const text = typeof payload === 'string' ? payload : encodeSeal(payload);
    const body = { payload: text, ...more };
    const asked = await new RawClient(this.server.url).ask('/api/verify', { body });
    if (asked.status !== 200) throw new Error(`no verdict: ${asked.status} ${asked.text}`);
    const answer = SealAnswer.parse(asked.body);
    return { reason: answer.reason, verdict: SEAL_TABLE[answer.reason].verdict, answer };
  }

  async revoke(reason: string, account = 'supervisor') {
    const person = await RawClient.signIn(this.server.url, account, this.server.password);
    return person.ask(`/api/devices/${this.client.clientId}/revoke`, { body: { reason } });
  }

  async #do<N extends MutationName>(name: N, args: MutationArgs[N]): Promise<void> {
    this.#seq += 1;
    const { results } = await this.client.sync([deed(this.#seq, name, args)]);
    if (results[0]?.status !== 'applied')
      throw new Error(`not applied: ${JSON.stringify(results)}`);
  }
}

/** What the QR of a sealed notice says. */
export function payloadOf({ number, record: of, seal }: RowOf['notice']): SealPayload {
  if (!number || !of || !seal) throw new Error('the notice is not sealed');
  return { ...sealFacts(number, of, seal), signature: seal.signature };
}
