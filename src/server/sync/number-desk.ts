/**
 * The register of official numbers (发文字号) within one transaction under the
 * office's lock. No number is ever given twice: every one that leaves the series
 * stands in the register as leased, used, voided or recalled, and none goes back to it.
 * What the office takes back by itself is never refused to the device that it was lent to
 * (lapse below); what a supervisor takes back is.
 */
import { LAPSES, lapseOf } from '../../domain/lease-lapse.ts';
import { isLow, MOST_LEASES } from '../../domain/lease-size.ts';
import type { NoticeNumber } from '../../domain/notice-number.ts';
import { type Refusal, refuse } from '../../protocol/refusals.ts';
import type { Lease } from '../../protocol/sync.ts';
import type { NumberRegister } from '../../protocol/tx.ts';
import type { Db } from '../store/database.ts';
import type { Locked } from '../store/office-lock.ts';
import type { Books } from './books.ts';
import { isTheirs, keyOf } from './number-entry.ts';
import type { Entry, Register } from './register.ts';

type Office = Pick<Locked, 'agency' | 'numbering' | 'since' | 'series'>;

/** One year of one series. */
interface Series {
  readonly agency: string;
  readonly year: number;
}

export class NumberDesk {
  readonly #db: Db;
  readonly #books: Pick<Books, 'register' | 'sizes'>;
  readonly #register: Register;
  readonly #office: Office;
  readonly #agency: string;
  readonly #now: number;
  readonly #entries = new Map<string, Entry>();
  readonly #held = new Map<string, Set<string>>();
  readonly #next = new Map<string, number>();
  /** The series as the running deed has drawn from them. */
  readonly #ahead = new Map<string, number>();
  readonly #changed = new Set<string>();
  readonly #drawn = new Map<string, Series>();
  /** What the running deed wants done; discarded where the deed is refused. */
  #pending: Entry[] = [];

  constructor(db: Db, books: Pick<Books, 'register' | 'sizes'>, office: Office, now: number) {
    this.#db = db;
    this.#books = books;
    this.#register = books.register;
    this.#office = office;
    this.#agency = office.agency;
    this.#now = now;
  }

  /** Reads at once what these clients hold. */
  async expect(clients: readonly string[]): Promise<void> {
    for (const client of clients) this.#held.set(client, new Set());
    for (const entry of await this.#register.readHeld(this.#db, clients)) {
      const key = keyOf(entry);
      this.#entries.set(key, entry);
      this.#held.get(entry.client)?.add(key);
    }
  }

  /** The register as a mutator of this client sees it. */
  for(client: string): NumberRegister {
    return {
      confirm: (noticeId, year, number) =>
        number === null
          ? this.#draw(client, noticeId, { agency: this.#agency, year })
          : this.#use(client, noticeId, number),
      draw: async (letterId, year, series) => {
        const agency = this.#office.series[series];
        if (agency === '') return null;
        return (await this.#draw(client, letterId, { agency, year })).number;
      },
      markVoided: async (number, reason) => {
        const entry = await this.#find(number);
        if (!entry) throw new Error('a notice bears a number that the register lacks');
        this.#pending.push({ ...entry, state: 'voided', reason, settled_at: this.#now });
      },
    };
  }

  take(): void {
    for (const entry of this.#pending) this.#put(entry);
    this.#pending = [];
    for (const [series, next] of this.#ahead) this.#next.set(series, next);
    this.#ahead.clear();
  }

  drop(): void {
    this.#pending = [];
    this.#ahead.clear();
  }

  /** A refused notice's number has been on paper or on a screen: it is accounted for, not reused. */
  async voidRefused(client: string, number: NoticeNumber, reason: string): Promise<void> {
    const entry = await this.#find(number);
    if (!isTheirs(entry, client)) return;
    this.#put({ ...entry, state: 'voided', reason, settled_at: this.#now });
  }

  /** Takes back what the client holds unused, on record; answers it. */
  recall(client: string, by: string, reason: string): Lease[] {
    const leases = this.leasesOf(client);
    for (const lease of leases) {
      const entry = this.#entries.get(keyOf(lease));
      if (!entry) continue;
      this.#put({ ...entry, state: 'recalled', reason, recalled_by: by, settled_at: this.#now });
    }
    return leases;
  }

  /**
   * Takes back, on record and without a person, what this device will not draw any more.
   * Asked only where it has said that nothing of it is unsent, and, for a change of the
   * office's settings, where it has pulled that change (`seen`). Both may be wrong all the
   * same: a request that comes late, a clock put back to last year, a store put back from a
   * copy, an older program's tab. So this is no refusal: nobody else is ever given the
   * number, and if its own device brings it on a notice after all, it counts as used.
   *
   * @param seen version that the device has pulled; null where it has none of this store
   */
  lapse(client: string, seen: number | null): void {
    for (const lease of this.leasesOf(client)) {
      const entry = this.#entries.get(keyOf(lease));
      const lapse = lapseOf(lease, this.#office, this.#now);
      if (!entry || lapse === null) continue;
      if (lapse !== 'year' && (seen === null || seen < this.#office.since)) continue;
      this.#put({ ...entry, state: 'recalled', reason: LAPSES[lapse], settled_at: this.#now });
    }
  }

  /** Every number that the client holds unused. */
  leasesOf(client: string): Lease[] {
    return [...(this.#held.get(client) ?? [])]
      .flatMap((key) => this.#entries.get(key) ?? [])
      .map(({ agency, year, seq }) => ({ agency, year, seq }))
      .sort((a, b) => a.year - b.year || a.seq - b.seq);
  }

  async topUp(client: string, year: number): Promise<void> {
    if (this.#agency === '' || this.#office.numbering === 'central') return;
    const held = this.leasesOf(client);
    const fresh = held.filter((one) => one.year === year && one.agency === this.#agency).length;
    const { sizes } = this.#books;
    const holder = { client, agency: this.#agency };
    const known = await sizes.of(this.#db, holder, this.#now);
    if (!isLow(fresh, known)) return;
    const size =
      known < MOST_LEASES
        ? await sizes.renew(this.#db, holder, this.#now, this.#usedHere(client))
        : known;
    const series = { agency: this.#agency, year };
    for (let more = fresh; more < size; more += 1) {
      const entry = this.#blank(client, { ...series, seq: await this.#nextSeq(series) });
      this.#pending.push({ ...entry, state: 'leased', leased_at: this.#now });
    }
    this.take();
  }

  async write(): Promise<void> {
    const changed = [...this.#changed].flatMap((key) => this.#entries.get(key) ?? []);
    await this.#register.write(this.#db, changed);
    for (const [key, { agency, year }] of this.#drawn) {
      const next = this.#next.get(key);
      if (next !== undefined) await this.#register.writeNext(this.#db, agency, year, next);
    }
  }

  async #use(
    client: string,
    noticeId: string,
    number: NoticeNumber,
  ): Promise<{ ok: true; number: NoticeNumber } | Refusal> {
    const entry = await this.#find(number);
    if (entry?.state === 'used') return refuse('number-used');
    if (!isTheirs(entry, client)) return refuse('number-not-leased');
    const reason = entry.state === 'recalled' ? `曾按“${entry.reason}”收回，后查明已用` : '';
    const used = { state: 'used', notice_id: noticeId, reason, settled_at: this.#now } as const;
    this.#pending.push({ ...entry, ...used });
    return { ok: true, number };
  }

  async #draw(
    client: string,
    paperId: string,
    series: Series,
  ): Promise<{ ok: true; number: NoticeNumber }> {
    const number = { ...series, seq: await this.#nextSeq(series) };
    const entry = this.#blank(client, number);
    this.#pending.push({ ...entry, state: 'used', notice_id: paperId, settled_at: this.#now });
    return { ok: true, number };
  }

  /** When numbers of notices were used by this client (ms) that are not written yet. */
  #usedHere(client: string): number[] {
    return [...this.#changed]
      .flatMap((key) => this.#entries.get(key) ?? [])
      .filter(({ client: by, agency, state }) => {
        return by === client && agency === this.#agency && state === 'used';
      })
      .flatMap((entry) => entry.settled_at ?? []);
  }

  /** Counts as drawn only once the deed is taken, so a refused one leaves no hole in the series. */
  async #nextSeq(series: Series): Promise<number> {
    const key = `${series.agency}/${series.year}`;
    const seq =
      this.#ahead.get(key) ??
      this.#next.get(key) ??
      (await this.#register.readNext(this.#db, series.agency, series.year));
    this.#ahead.set(key, seq + 1);
    this.#drawn.set(key, series);
    return seq;
  }

  async #find(number: NoticeNumber): Promise<Entry | undefined> {
    const key = keyOf(number);
    const pending = this.#pending.find((entry) => keyOf(entry) === key);
    const known = pending ?? this.#entries.get(key);
    if (known) return known;
    const stored = await this.#register.read(this.#db, number);
    if (stored) this.#entries.set(key, stored);
    return stored;
  }

  #put(entry: Entry): void {
    const key = keyOf(entry);
    this.#entries.set(key, entry);
    this.#changed.add(key);
    const held = this.#held.get(entry.client);
    if (entry.state === 'leased') held?.add(key);
    else held?.delete(key);
  }

  #blank(client: string, { agency, year, seq }: NoticeNumber): Omit<Entry, 'state'> {
    return {
      agency,
      year,
      seq,
      client,
      notice_id: '',
      reason: '',
      recalled_by: '',
      leased_at: null,
      settled_at: null,
    };
  }
}
