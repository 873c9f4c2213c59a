/** Seven weeks over a year's turn, drawn from a seed: work, lost tablets, lost answers, changed settings, wrong clocks. */
import type { SyncResult } from '../../../src/protocol/sync.ts';
import type { Actor } from '../../../src/protocol/tx.ts';
import type { Push } from '../../../src/server/sync/push.ts';
import { Dice } from '../../sim/world/dice.ts';
import { uuid } from '../../support/rule-city.ts';
import { FieldTablet, keyOf } from './field-tablet.ts';
import { NumberingOffice } from './numbering-office.ts';

const DAY = 86_400_000;
const START = Date.parse('2023-12-01T00:00:00Z');
const LENGTH = 50 * DAY;
/** When what is left of the old year is taken back, hardly an answer comes through. */
const BAD_LINE = Date.parse('2024-01-03T16:00:00Z');
const TABLETS = 20;
const PER_STEP = 12;

const INSPECTOR: Actor = {
  accountId: 'account-i1',
  name: '督查员一',
  role: 'inspector',
  unitId: null,
};
const SUPERVISOR: Actor = {
  ...INSPECTOR,
  accountId: 'account-s1',
  name: '督查负责人',
  role: 'supervisor',
};

export interface Winter {
  readonly office: NumberingOffice;
  /** Every number that has stood on paper, and how often. */
  readonly papers: ReadonlyMap<string, number>;
  /** Sentences of what must not have been refused. */
  readonly wrongs: readonly string[];
  readonly issued: number;
  readonly changes: number;
  readonly lost: number;
}

export async function winter(seed: number, issues: number): Promise<Winter> {
  const play = new Play(seed, issues, await NumberingOffice.open());
  return play.run();
}

function isBadLine(now: number): boolean {
  return now > BAD_LINE && now < BAD_LINE + 2 * DAY;
}

class Play {
  readonly #dice: Dice;
  readonly #issues: number;
  readonly #office: NumberingOffice;
  readonly #desk = new FieldTablet(0, SUPERVISOR);
  readonly #papers = new Map<string, number>();
  readonly #wrongs: string[] = [];
  /** Requests whose answer was lost: some arrive a second time, much later. */
  readonly #late: Push[] = [];
  readonly #lost: FieldTablet[] = [];
  /** Deeds that name a problem which there is not: `clientId.seq`. */
  readonly #bad = new Set<string>();
  /** Notices to be voided once they have surely reached the office, from an instant on. */
  #voids: { readonly id: string; readonly after: number }[] = [];
  #tablets: FieldTablet[];
  #made = 0;
  #issued = 0;
  #changes = 0;
  #lostCount = 0;

  constructor(seed: number, issues: number, office: NumberingOffice) {
    this.#dice = new Dice(seed);
    this.#issues = issues;
    this.#office = office;
    this.#tablets = Array.from({ length: TABLETS }, () => this.#tablet());
  }

  async run(): Promise<Winter> {
    const steps = Math.ceil(this.#issues / (TABLETS * PER_STEP));
    let now = START;
    for (let step = 0; this.#issued < this.#issues; step += 1) {
      now = START + Math.floor((LENGTH * Math.min(step, steps)) / steps);
      await this.#work(now);
      await this.#contact(now);
      await this.#accidents(now);
    }
    for (const end of [1, 2, 3, 4]) {
      for (const tablet of this.#tablets) tablet.skew = 0;
      await this.#meet([...this.#tablets, this.#desk], now + end, 0);
    }
    return {
      office: this.#office,
      papers: this.#papers,
      wrongs: this.#wrongs,
      issued: this.#issued,
      changes: this.#changes,
      lost: this.#lostCount,
    };
  }

  #tablet(): FieldTablet {
    this.#made += 1;
    return new FieldTablet(this.#made, INSPECTOR);
  }

  /** Everyone issues, without the office. */
  async #work(now: number): Promise<void> {
    const problems: string[] = [];
    for (const tablet of this.#tablets) {
      const count = Math.min(this.#issues - this.#issued, this.#dice.below(PER_STEP * 2 + 1));
      for (let nth = 0; nth < count; nth += 1) {
        this.#issued += 1;
        const id = uuid(1_000_000 + this.#issued);
        const findingId = uuid(5_000_000 + this.#issued);
        const { number, seq } = tablet.issue(now, id, findingId);
        if (number) this.#papers.set(keyOf(number), (this.#papers.get(keyOf(number)) ?? 0) + 1);
        if (this.#dice.chance(0.01)) this.#bad.add(`${tablet.clientId}.${seq}`);
        else problems.push(findingId);
        if (this.#dice.chance(0.04)) this.#voids.push({ id, after: now + DAY });
      }
    }
    await this.#office.record(problems, now);
  }

  async #contact(now: number): Promise<void> {
    const online = this.#tablets.filter(() => this.#dice.chance(0.7));
    await this.#meet(online, now, isBadLine(now) ? 0.5 : 0.1);
    for (const { id } of this.#voids.filter(({ after }) => after <= now)) this.#desk.void(now, id);
    this.#voids = this.#voids.filter(({ after }) => after > now);
    await this.#meet([this.#desk], now, 0);
    if (this.#late.length > 0 && this.#dice.chance(0.5)) {
      await this.#office.serve(this.#late.splice(this.#dice.below(this.#late.length), 1), now);
    }
  }

  async #meet(tablets: readonly FieldTablet[], now: number, loss: number): Promise<void> {
    const pushes = tablets.map((tablet) => tablet.push());
    const answers = await this.#office.serve(pushes, now);
    // An administrator's change may fall between what is pushed and what is pulled.
    await this.#settings(now);
    for (const [nth, tablet] of tablets.entries()) {
      const [push, answer] = [pushes[nth], answers[nth]];
      if (!push || !answer) throw new Error('a tablet got no answer');
      if (this.#dice.chance(loss)) {
        this.#late.push(push);
        // Its old numbers are taken back and it has not heard; then its clock falls back to last year.
        if (isBadLine(now) && this.#dice.chance(0.3)) tablet.skew = -20 * DAY;
      } else this.#judge(tablet, tablet.hear(answer, this.#office.known));
    }
  }

  async #settings(now: number): Promise<void> {
    // Else nothing of the old year would be left to lapse by its end alone.
    if (Math.abs(now - BAD_LINE) < 5 * DAY) return;
    const { numbering, agency } = this.#office.known;
    if (this.#dice.chance(numbering === 'central' ? 0.06 : 0.02)) {
      await this.#office.set({ numbering: numbering === 'central' ? 'segments' : 'central' });
      this.#changes += 1;
    }
    if (this.#dice.chance(0.006)) {
      await this.#office.set({ agency: agency === '示文明督' ? '示督' : '示文明督' });
      this.#changes += 1;
    }
  }

  async #accidents(now: number): Promise<void> {
    if (this.#dice.chance(0.2)) {
      this.#dice.pick(this.#tablets).skew = this.#dice.chance(0.5) ? 0 : -20 * DAY;
    }
    if (this.#dice.chance(0.08)) {
      const tablet = this.#dice.pick(this.#tablets);
      this.#tablets = this.#tablets.map((one) => (one === tablet ? this.#tablet() : one));
      this.#lost.push(tablet);
      this.#lostCount += 1;
    }
    if (this.#lost.length > 0 && this.#dice.chance(0.08)) {
      const [tablet] = this.#lost.splice(0, 1);
      if (!tablet) return;
      tablet.wasRecalled = true;
      await this.#office.serve([{ ...tablet.push(), mutations: [] }], now);
      await this.#office.recall(tablet.clientId, now);
      if (this.#dice.chance(0.3)) await this.#meet([tablet], now, 0);
    }
  }

  #judge(tablet: FieldTablet, refused: readonly SyncResult[]): void {
    for (const { seq, code = '' } of refused) {
      const deed = `${tablet.clientId}.${seq}`;
      if (code === 'finding-missing' && this.#bad.has(deed)) continue;
      // What a person took back from a lost tablet is refused, and stays there to be issued anew.
      if (code === 'number-not-leased' && tablet.wasRecalled) continue;
      // The notice was refused itself, or its tablet was lost before it reached the office.
      if (code === 'notice-missing' && tablet === this.#desk) continue;
      this.#wrongs.push(`${deed} ${code}`);
    }
  }
}
