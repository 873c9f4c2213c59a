/**
 * One run: kills by plan in the middle of real work, each followed by a look into
 * the tablet's store, and in the end the laws on the office's own books.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Stage } from '../e2e/support/stage.ts';
import { LawBroken } from '../sim/laws/law.ts';
import { Dice } from '../sim/world/dice.ts';
import { type Kill, type Moment, planOf, sayKill } from './aims.ts';
import { Colleague } from './colleague.ts';
import { checkDevice } from './device-laws.ts';
import { readDevice, readSynced } from './device-store.ts';
import { Inspector, TabletGone } from './inspector.ts';
import type { Stop } from './line.ts';
import { readOffice } from './office-book.ts';
import { checkOffice } from './office-laws.ts';
import { type Stand, setUp } from './stand.ts';
import { Tally } from './tally.ts';

export interface RunOptions {
  readonly seed: number;
  readonly kills: number;
  /** Of a fresh PostgreSQL database; undefined for SQLite. */
  readonly databaseUrl: string | undefined;
  /** Told after each kill. */
  say?(words: string): void;
}

export interface RunResult {
  readonly tally: Tally;
  /** Acts that the screen has confirmed. */
  readonly confirmed: number;
  /** Acts that were under way when the browser was killed. */
  readonly unheard: number;
  readonly msAKill: number;
}

/** A moment that is aimed at comes soon; else the aim is wrong. */
const MOMENT_MS = 20_000;
const A_NEW_VISIT_EVERY = 5;

/** Throws where a promise was broken, with the seed and what was lost. */
export async function runKills(stage: Stage, options: RunOptions): Promise<RunResult> {
  const { seed, kills, databaseUrl } = options;
  const stand = await setUp(stage, databaseUrl);
  const run = new Run(stand, seed);
  let kill = 0;
  let aim: Kill | null = null;
  try {
    await run.begin();
    const began = performance.now();
    for (aim of planOf(seed, kills)) {
      kill += 1;
      await run.kill(aim);
      options.say?.(`${kill} of ${kills}: ${sayKill(aim)}`);
      if (kill % A_NEW_VISIT_EVERY === 0) await run.inspector.beginVisit();
    }
    const msAKill = (performance.now() - began) / kills;
    aim = null;
    await run.end();
    const { ledger } = run.inspector;
    const confirmed = ledger.acts.filter(({ fate }) => fate === 'saved').length;
    return { tally: run.tally, confirmed, unheard: ledger.acts.length - confirmed, msAKill };
  } catch (error) {
    const where = aim ? `kill ${kill} (${sayKill(aim)})` : 'the end';
    const what = error instanceof LawBroken ? error.message : `the work goes on: ${error}`;
    const again = `npm run soak -- --kills ${kills} --seed ${seed} --on ${stand.store}`;
    const words = `seed ${seed} breaks a promise: ${what}\nat ${where}; again: ${again}`;
    throw new Error(words, { cause: error });
  } finally {
    await stand.line.close();
  }
}

class Run {
  readonly inspector: Inspector;
  readonly tally = new Tally();
  readonly #stand: Stand;
  readonly #dice: Dice;
  #colleague: Colleague | null = null;

  constructor(stand: Stand, seed: number) {
    this.#stand = stand;
    this.#dice = new Dice(seed);
    this.inspector = new Inspector(stand.tablet, this.#dice, seed * 10_000);
  }

  async begin(): Promise<void> {
    const { server } = this.#stand;
    await this.inspector.signIn(server.password);
    this.#colleague = await Colleague.arrive(server.url, server.password);
  }

  async kill(aim: Kill): Promise<void> {
    const struck = this.#aim(aim).then(async () => {
      await wait(aim.afterMs);
      await this.#strike(aim);
    });
    let over = false;
    const end = () => {
      over = true;
    };
    struck.then(end, end);
    await this.#work(aim, () => over);
    await struck;
    await this.#lookAndMend(aim);
  }

  /** Resolves at the moment that is aimed at. */
  async #aim({ moment }: Kill): Promise<void> {
    const reached = 'kind' in moment ? this.#stand.line.stopAt(moment) : this.#onScreen(moment);
    const late = new AbortController();
    await Promise.race([
      reached,
      wait(MOMENT_MS, undefined, { signal: late.signal }).then(async () => {
        const light = await this.inspector.light();
        throw new Error(`the moment that is aimed at did not come; the light says: ${light}`);
      }),
    ]);
    late.abort();
  }

  #onScreen(moment: Exclude<Moment, Stop>): Promise<void> {
    const [kind, fate] =
      'act' in moment ? ([moment.act, 'under way'] as const) : ([moment.said, 'saved'] as const);
    return new Promise((resolve) => {
      this.inspector.ledger.onChange = (now, its) => {
        if (now === kind && its === fate) resolve();
      };
    });
  }

  async #strike({ victim, moment }: Kill): Promise<void> {
    const { line, server } = this.#stand;
    const acts = this.inspector.ledger.underWay;
    this.tally.note(victim, { acts, passing: line.underWay, justSaid: 'said' in moment });
    await (victim === 'browser' ? this.inspector.kill() : server.kill9());
    this.inspector.ledger.onChange = () => undefined;
    line.cut();
  }

  /** Looks before the tablet hears from the office again, which might put right what was lost. */
  async #lookAndMend({ victim }: Kill): Promise<void> {
    const { inspector } = this;
    const { server, line } = this.#stand;
    if (victim === 'browser') await inspector.reopen();
    checkDevice(inspector.ledger, await readDevice(inspector.page));
    if (victim === 'server') await server.start();
    line.mend();
    await inspector.wake();
  }

  /** Works towards the moment, and on until the kill is over. */
  async #work({ moment }: Kill, isOver: () => boolean): Promise<void> {
    const { inspector } = this;
    try {
      await this.#someWork();
      if (!('kind' in moment)) {
        await inspector.act('act' in moment ? moment.act : moment.said);
      } else if (moment.kind === 'pull') {
        await this.#pull(isOver);
      } else {
        if (moment.kind !== 'push') await inspector.takePhoto();
        await inspector.saveProblem();
        await inspector.wake();
      }
      while (!isOver()) {
        await inspector.answer();
        await wait(100 + this.#dice.below(250));
      }
    } catch (error) {
      if (!(error instanceof TabletGone)) throw error;
    }
  }

  /** Whatever is done in an ordinary quarter of an hour. */
  async #someWork(): Promise<void> {
    const { inspector } = this;
    for (let taps = 1 + this.#dice.below(2); taps > 0; taps -= 1) await inspector.answer();
    if (this.#dice.chance(0.25)) await inspector.saveProblem();
    if (this.#dice.chance(0.25)) await inspector.issueNotice();
  }

  /** A pull that brings rows carries no deeds: the hand rests, and somebody else works. */
  async #pull(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.#colleague?.work(1 + this.#dice.below(3));
      await this.inspector.wake();
      await wait(150);
    }
  }

  /** That the last photos have arrived comes back as rows, after the light is green. */
  async #pullTheLast(): Promise<void> {
    let over = false;
    const quiet = this.#stand.line.nothingNew().then(() => {
      over = true;
    });
    while (!over) {
      await this.inspector.wake();
      await wait(100);
    }
    await quiet;
  }

  async end(): Promise<void> {
    const { inspector } = this;
    const { server, databaseUrl } = this.#stand;
    await inspector.handIn();
    await this.#pullTheLast();
    const [store, synced] = [await readDevice(inspector.page), await readSynced(inspector.page)];
    checkDevice(inspector.ledger, store);
    await server.kill9();
    const book = await readOffice({ dataDir: server.place.dataDir, databaseUrl });
    if (!this.#colleague) throw new Error('nobody else was there');
    checkOffice({ ledger: inspector.ledger, book, store, synced, colleague: this.#colleague });
  }
}
