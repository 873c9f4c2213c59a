/** Somebody else in the field, who gives the tablet something to pull. */
import { randomUUID } from 'node:crypto';
import { OfficeClient } from '../support/office-client.ts';

interface Place {
  readonly roundId: string;
  readonly pointId: string;
  readonly unitId: string;
}

export class Colleague {
  readonly #client: OfficeClient;
  readonly #place: Place;
  readonly #waiting: string[] = [];
  #made = 0;
  /** Texts of the problems that the office has said it has. */
  readonly recorded: string[] = [];

  private constructor(client: OfficeClient, place: Place) {
    this.#client = client;
    this.#place = place;
  }

  static async arrive(url: string, password: string): Promise<Colleague> {
    const client = await OfficeClient.signIn(url, 'inspector2', password);
    const pages = await client.pullAll();
    const { accountId } = client.session;
    const team = pages
      .flatMap((puts) => puts.team ?? [])
      .find(({ memberIds }) => memberIds.includes(accountId));
    const unit = pages.flatMap((puts) => puts.unit ?? [])[0];
    const pointId = team?.pointIds[0];
    if (!team || !unit || pointId === undefined) throw new Error('the colleague has no work');
    return new Colleague(client, { roundId: team.roundId, pointId, unitId: unit.id });
  }

  get clientId(): string {
    return this.#client.clientId;
  }

  /** Records some problems; what a server that was killed has not confirmed is pushed again with the next. */
  async work(problems: number): Promise<void> {
    for (let nth = 0; nth < problems; nth += 1) this.#record();
    try {
      await this.#client.sync();
      this.recorded.push(...this.#waiting.splice(0));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }

  #record(): void {
    this.#made += 1;
    const text = `同事记录 ${this.#made}`;
    this.#waiting.push(text);
    this.#client.does('finding.record', {
      ...this.#place,
      id: randomUUID(),
      text,
      inspectionId: null,
      itemId: null,
      place: null,
      count: null,
      deadline: { kind: 'immediate' },
      photos: [],
    });
  }
}
