/** A year of the office over HTTP: 584 problems on 142 notices, by the people whose deeds they are. */
import { uuidv7 } from 'uuidv7';
import type { RowOf } from '../../../src/protocol/rows/index.ts';
import { cityOf, rowsOf } from '../../support/city-work.ts';
import { jpeg, sha256 } from '../../support/jpeg.ts';
import { letterArgs } from '../../support/letters.ts';
import type { TestServer } from '../../support/server.ts';
import { ANSWERED, type Fate, fateOf, NOTICES, PROBLEMS } from './fates.ts';
import { Person } from './person.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const PASSWORD = 'a-unit-of-the-year';
const UNITS = 12;

export interface Problem {
  readonly id: string;
  readonly unitId: string;
  readonly fate: Fate;
}

/** The office's clock, which the test turns. */
export class YearClock {
  at = Date.parse('2026-09-24T02:00:00Z');
  readonly now = () => this.at;
  days(count: number): void {
    this.at += count * DAY;
  }
}

export class OfficeYear {
  readonly problems: Problem[] = [];
  readonly #clock: YearClock;
  readonly #server: Pick<TestServer, 'url' | 'password'>;
  #units: readonly RowOf['unit'][] = [];
  readonly people = new Map<string, Person>();
  #deadline = { kind: 'days', days: 7 } as const;

  constructor(server: Pick<TestServer, 'url' | 'password'>, clock: YearClock) {
    this.#server = server;
    this.#clock = clock;
  }

  /** The name by which a unit signs in. */
  accountOf(unitId: string): string {
    return `year-${unitId.toLowerCase()}`;
  }

  person(name: string): Person {
    const person = this.people.get(name);
    if (!person) throw new Error(`nobody is ${name}`);
    return person;
  }

  async opens(): Promise<void> {
    const { url, password } = this.#server;
    const { now } = this.#clock;
    for (const account of ['supervisor', 'inspector1', 'admin']) {
      this.people.set(account, await Person.signIn({ url, account, password }, now));
    }
    const pulled = await this.person('supervisor').client.sync();
    this.#units = rowsOf(pulled, 'unit').slice(0, UNITS);
    for (const { id, name } of this.#units) {
      const account = this.accountOf(id);
      const body = { account, name, role: 'unit', unitId: id, password: PASSWORD };
      const made = await this.person('admin').client.ask('/api/accounts', { body });
      if (made.status !== 201) throw new Error(made.text);
      this.people.set(id, await Person.signIn({ url, account, password: PASSWORD }, now));
    }
    const { roundId, team } = cityOf(pulled);
    this.#records(roundId, team);
    await this.person('supervisor').does();
  }

  /** Four a notice, and some more on the first ones. */
  #records(roundId: string, team: RowOf['team']): void {
    const supervisor = this.person('supervisor');
    for (let nth = 0; nth < NOTICES; nth += 1) {
      const size = Math.floor(PROBLEMS / NOTICES) + (nth < PROBLEMS % NOTICES ? 1 : 0);
      const unitId = this.#units[nth % this.#units.length]?.id ?? '';
      const findingIds = Array.from({ length: size }, () => {
        const id = uuidv7();
        const pointId = team.pointIds[this.problems.length % team.pointIds.length] ?? '';
        supervisor.says('finding.record', {
          id,
          roundId,
          pointId,
          inspectionId: null,
          itemId: null,
          place: null,
          text: `第 ${this.problems.length + 1} 个问题`,
          count: null,
          unitId,
          deadline: this.#deadline,
          photos: [photo(this.#clock.now())],
        });
        this.problems.push({ id, unitId, fate: fateOf(this.problems.length) });
        return id;
      });
      supervisor.says('notice.issue', {
        id: uuidv7(),
        roundId,
        teamId: team.id,
        unitId,
        findingIds,
        deadline: this.#deadline,
        number: null,
      });
    }
  }

  /** Every unit signs for what it has got. */
  async acknowledges(): Promise<void> {
    for (const { id: unitId } of this.#units) {
      const unit = this.person(unitId);
      const notices = rowsOf(await unit.client.sync(), 'notice');
      for (const { id } of notices) {
        unit.says('notice.acknowledge', { id, receiver: '值班员', duty: '', phone: '' });
      }
      await unit.does();
    }
  }

  with(...fates: Fate[]): Problem[] {
    return this.problems.filter(({ fate }) => fates.includes(fate));
  }

  /** What the office decides of them at once. */
  async sortsOut(): Promise<void> {
    const supervisor = this.person('supervisor');
    for (const { id } of this.with('shelved', 'shelf-closed', 'shelf-resumed')) {
      supervisor.says('finding.shelve', { id, reason: '要立项改造', reviewOn: '2026-10-20' });
    }
    for (const { id } of this.with('handed-off', 'platform-closed', 'platform-declined')) {
      const code = { code: 'BJ-0101', codeName: '上水井盖', note: '' };
      supervisor.says('finding.hand-off', { id, handoffId: uuidv7(), ...code });
      supervisor.says('handoff.send', { id, batchId: 'B-2026-1' });
    }
    for (const { id } of this.with('voided')) {
      supervisor.says('finding.void', { id, reason: '现场核实不属实' });
    }
    const [twin] = this.with('passed');
    for (const { id } of this.with('merged')) {
      supervisor.says('finding.merge', { id, into: twin?.id ?? '' });
    }
    await supervisor.does();
  }

  async asksForTime(): Promise<void> {
    const asked = new Map<string, string>();
    for (const { id: findingId, unitId } of this.with('extended', 'refused-extension')) {
      const id = uuidv7();
      asked.set(findingId, id);
      const reason = '配件要从外地订购';
      this.person(unitId).says('extension.ask', { id, findingId, reason, until: '2026-10-16' });
    }
    await this.#unitsDo();
    const supervisor = this.person('supervisor');
    for (const { id, fate } of this.with('extended', 'refused-extension')) {
      const granted = fate === 'extended';
      const decision = granted ? '' : '可以临时围挡';
      supervisor.says('extension.decide', {
        id: asked.get(id) ?? '',
        granted,
        decision,
        until: null,
      });
    }
    await supervisor.does();
  }

  /** 提示 → 催办 → 督办单 → 通报, for those that have let their deadline pass. */
  async urges(): Promise<void> {
    const supervisor = this.person('supervisor');
    for (const kind of ['remind', 'urge', 'supervise', 'bulletin'] as const) {
      for (const { id, unitId } of this.with('urged')) {
        // What only reminds sets no term.
        const dueAt = kind === 'remind' ? null : this.#clock.now() + DAY;
        const letter = { id: uuidv7(), kind, findingIds: [id], unitId, dueAt };
        supervisor.says('letter.issue', letterArgs({ ...letter, issuedAt: this.#clock.now() }));
      }
    }
    await supervisor.does();
  }

  async answers(...fates: Fate[]): Promise<void> {
    for (const { id: findingId, unitId } of this.with(...fates)) {
      this.person(unitId).says('reply.submit', {
        id: uuidv7(),
        findingId,
        text: '已整改到位',
        files: [],
        photo: photo(this.#clock.now()),
        way: 'account',
      });
    }
    await this.#unitsDo();
  }

  async sendsBack(...fates: Fate[]): Promise<void> {
    const supervisor = this.person('supervisor');
    for (const { id } of this.with(...fates)) {
      const again = { recheckId: uuidv7(), reason: '照片看不出已整改', deadline: this.#deadline };
      supervisor.says('reply.return', { id, ...again });
    }
    await supervisor.does();
  }

  /** 复查 by an inspector, after the desk has accepted the answer. */
  async verifies(result: 'passed' | 'failed', ...fates: Fate[]): Promise<void> {
    const [supervisor, inspector] = [this.person('supervisor'), this.person('inspector1')];
    for (const { id } of this.with(...fates)) supervisor.says('reply.accept', { id, note: '' });
    await supervisor.does();
    for (const { id } of this.with(...fates)) {
      inspector.says('finding.verify', {
        id,
        recheckId: uuidv7(),
        result,
        note: result === 'passed' ? '' : '仍有积水',
        place: null,
        photos: [],
        deadline: result === 'passed' ? null : this.#deadline,
      });
    }
    await inspector.does();
  }

  /** The shelf is reviewed, and the platform's answers come in. */
  async hearsBack(): Promise<void> {
    const supervisor = this.person('supervisor');
    const review = { note: '', reviewOn: '2026-12-20', deadline: this.#deadline };
    const shelf = { shelved: 'keep', 'shelf-closed': 'close', 'shelf-resumed': 'resume' } as const;
    for (const fate of ['shelved', 'shelf-closed', 'shelf-resumed'] as const) {
      for (const { id } of this.with(fate)) {
        supervisor.says('finding.review', { id, ...review, result: shelf[fate] });
      }
    }
    const filed = this.with('handed-off', 'platform-closed');
    for (const [nth, { id }] of filed.entries()) {
      const settled = { caseNumber: `2026-${nth}`, at: null, note: '', deadline: null };
      supervisor.says('handoff.settle', { id, ...settled, result: 'filed' });
    }
    for (const { id } of this.with('platform-closed')) {
      const settled = { caseNumber: '', at: null, note: '已修复', deadline: null };
      supervisor.says('handoff.settle', { id, ...settled, result: 'closed' });
    }
    for (const { id } of this.with('platform-declined')) {
      const settled = { caseNumber: '', at: null, note: '不属受理范围', deadline: this.#deadline };
      supervisor.says('handoff.settle', { id, ...settled, result: 'declined' });
    }
    await supervisor.does();
  }

  async #unitsDo(): Promise<void> {
    for (const { id } of this.#units) await this.person(id).does();
  }

  async #weeksLater(): Promise<void> {
    this.#clock.days(14);
    for (const person of this.people.values()) await person.signsInAgain();
  }

  /** From the first visit to the last recheck. */
  async passes(): Promise<void> {
    await this.opens();
    await this.acknowledges();
    await this.sortsOut();
    this.#clock.days(1);
    await this.asksForTime();
    await this.answers('passed', 'returned-twice', 'waiting', 'replied');
    this.#clock.days(1);
    await this.sendsBack('returned-twice', 'waiting');
    await this.verifies('passed', 'passed');
    this.#clock.days(2);
    await this.answers('returned-twice');
    await this.verifies('failed', 'returned-twice');
    // Past the holiday, and past the deadline of who has not answered.
    await this.#weeksLater();
    await this.urges();
    await this.answers('returned-twice', 'extended', 'refused-extension', 'urged');
    await this.#weeksLater();
    await this.hearsBack();
    await this.answers('shelf-resumed', 'platform-declined');
    const last = ANSWERED.filter((fate) => !LEFT.includes(fate));
    await this.verifies('passed', ...last);
  }
}

/** Passed long before, or not at the end of their way. */
const LEFT: readonly Fate[] = ['passed', 'waiting', 'replied'];

function photo(takenAt: number) {
  const bytes = jpeg(40, 30, 200);
  const size = { bytes: bytes.byteLength, width: 40, height: 30 };
  return { id: uuidv7(), sha256: sha256(bytes), ...size, takenAt, place: null };
}
