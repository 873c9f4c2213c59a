/** A person of the year at their desk: says deeds, pushes them, and none may be refused unseen. */
import type { MutationArgs, MutationName } from '../../../src/protocol/mutations/index.ts';
import type { PushedMutation, SyncResult } from '../../../src/protocol/sync.ts';
import { RawClient } from '../../support/raw-client.ts';

interface Account {
  readonly url: string;
  readonly account: string;
  readonly password: string;
}

export class Person {
  client: RawClient;
  readonly #who: Account;
  readonly #now: () => number;
  #seq = 0;
  #waiting: PushedMutation[] = [];

  constructor(client: RawClient, who: Account, now: () => number) {
    this.client = client;
    this.#who = who;
    this.#now = now;
  }

  static async signIn(who: Account, now: () => number) {
    return new Person(await RawClient.signIn(who.url, who.account, who.password), who, now);
  }

  /** After a long pause the office asks again who it is; the tablet is the same one. */
  async signsInAgain(): Promise<void> {
    const { url, account, password } = this.#who;
    const { cookie } = await RawClient.signIn(url, account, password);
    this.client = new RawClient(url, cookie, this.client.clientId);
  }

  says<N extends MutationName>(name: N, args: MutationArgs[N]): void {
    this.#seq += 1;
    this.#waiting.push({ seq: this.#seq, name, args, at: this.#now(), offset: 0 });
  }

  /** Pushes what was said; answers each deed's result. */
  async pushes(): Promise<SyncResult[]> {
    const results: SyncResult[] = [];
    while (this.#waiting.length > 0) {
      const some = this.#waiting.splice(0, 400);
      const answer = await this.client.sync(some);
      results.push(...answer.results);
    }
    return results;
  }

  /** The same, where the office must take every one. */
  async does(): Promise<void> {
    const refused = (await this.pushes()).filter(({ status }) => status !== 'applied');
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused.slice(0, 3))}`);
  }
}
