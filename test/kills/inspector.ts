/** The person with the tablet: does things on the screens, and the runner writes down what was confirmed. */
import type { Page } from '@playwright/test';
import { LoginPage } from '../e2e/pages/login-page.ts';
import { TodayPage } from '../e2e/pages/today-page.ts';
import { readyForOffline } from '../e2e/support/local-store.ts';
import type { Tablet } from '../e2e/support/tablet.ts';
import { hold } from '../sim/laws/law.ts';
import type { Dice } from '../sim/world/dice.ts';
import { type Hand, layHand } from './hand.ts';
import { type Act, type ActKind, Ledger, type Said } from './ledger.ts';

/** The page went away under the hand. */
export class TabletGone extends Error {
  override readonly name = 'TabletGone';
}

/** Beyond that many photos in one problem nothing new is tried. */
const MOST_PHOTOS = 2;
/** With office and line up, all that is left has arrived by then. */
const GREEN_MS = 30_000;

export class Inspector {
  readonly ledger = new Ledger();
  readonly #tablet: Tablet;
  readonly #dice: Dice;
  readonly #seed: number;
  readonly #points: string[] = [];
  #page: Page | null = null;
  #visit = '';
  #made = 0;

  constructor(tablet: Tablet, dice: Dice, seed: number) {
    this.#tablet = tablet;
    this.#dice = dice;
    this.#seed = seed;
  }

  get page(): Page {
    if (!this.#page) throw new TabletGone();
    return this.#page;
  }

  /** Signs in and sees to it that the browser has written down who is signed in. */
  async signIn(password: string): Promise<void> {
    const page = await this.#tablet.page('/login');
    await new LoginPage(page).signIn('inspector1', password);
    await page.waitForURL('**/today');
    await new TodayPage(page).points.first().waitFor();
    await readyForOffline(page);
    const links = new TodayPage(page).points;
    for (const path of await links.evaluateAll((found) =>
      found.map((one) => one.getAttribute('href')),
    )) {
      this.#points.push(decodeURIComponent(path?.split('/').at(-1) ?? ''));
    }
    await this.#tablet.close();
    await this.#tablet.open();
    await this.#openPage('/today');
    await this.beginVisit();
  }

  /** Back where the person was before the browser was killed. */
  async reopen(): Promise<void> {
    await this.#tablet.open();
    await this.#openPage(`/inspections/${this.#visit}`);
    await this.#hand('toVisit', this.#visit);
  }

  /** Whoever waits for the page waits no longer. */
  async kill(): Promise<void> {
    this.#page = null;
    await this.#tablet.kill9();
  }

  async beginVisit(): Promise<void> {
    await this.#leaveNoDraft();
    const pointId = this.#points.splice(this.#dice.below(this.#points.length), 1)[0];
    if (pointId === undefined) throw new Error('every point has been visited');
    const act = await this.#do({ kind: 'visit', pointId }, async (done) => {
      done.name = await this.#hand('beginVisit', pointId);
    });
    this.#visit = act.name;
  }

  async answer(): Promise<void> {
    const items = await this.#hand('items');
    const itemId = this.#dice.pick(items);
    const verdict = await this.#hand('otherAnswer', itemId);
    const said = { kind: 'answer', visitId: this.#visit, itemId, verdict } as const;
    await this.#do(said, () => this.#hand('answer', itemId, verdict));
  }

  /** A photo into the open form, which is opened where none is. */
  async takePhoto(): Promise<void> {
    await this.#openForm();
    const { photos } = await this.#hand('written');
    if (photos.length >= MOST_PHOTOS) await this.#save();
    await this.#openForm();
    await this.#do({ kind: 'photo' }, async (done) => {
      this.#made += 1;
      done.name = await this.#hand('takePhoto', this.#seed + this.#made);
    });
  }

  /** Writes the problem down and saves it with the photos that stand in the form. */
  async saveProblem(): Promise<void> {
    await this.#openForm();
    await this.#save();
  }

  /** Issues one for all problems that wait; without any, one is recorded first. */
  async issueNotice(): Promise<void> {
    if (!(await this.#hand('toIssue'))) {
      await this.#hand('toVisit', this.#visit);
      await this.saveProblem();
      await this.#hand('toIssue');
    }
    await this.#do({ kind: 'notice' }, async (done) => {
      const { id, number } = await this.#hand('issue');
      done.name = id;
      done.number = number;
    });
    await this.#hand('toVisit', this.#visit);
  }

  /** Leaves nothing unsaved, then waits until the light says that all has arrived. */
  async handIn(): Promise<void> {
    await this.#leaveNoDraft();
    await this.#hand('toCustody');
    await this.wake();
    const green = await this.page
      .waitForFunction(() => window.hand.light().includes('全部入账'), undefined, {
        timeout: GREEN_MS,
      })
      .then(
        () => true,
        () => false,
      );
    const light = await this.light();
    hold(green, 'the light turns green in the end', () => light);
  }

  async light(): Promise<string> {
    return this.#hand('light');
  }

  async wake(): Promise<void> {
    await this.#hand('wake');
  }

  /** Does things of that kind, as a person does: a problem has a text before it has photos. */
  act(kind: ActKind): Promise<void> {
    switch (kind) {
      case 'visit':
        return this.beginVisit();
      case 'answer':
        return this.answer();
      case 'photo':
        return this.takePhoto();
      case 'finding':
        return this.saveProblem();
      case 'notice':
        return this.issueNotice();
    }
  }

  async #leaveNoDraft(): Promise<void> {
    if (await this.#hand('hasDraft')) await this.saveProblem();
  }

  async #openForm(): Promise<void> {
    await this.#hand('openForm');
  }

  async #save(): Promise<void> {
    this.#made += 1;
    await this.#hand('write', `北侧路面破损，第 ${this.#made} 处`);
    const { text, photos } = await this.#hand('written');
    await this.#do({ kind: 'finding', text, photos }, () => this.#hand('saveProblem'));
  }

  async #openPage(path: string): Promise<void> {
    await this.#tablet.context.addInitScript(layHand);
    const page = await this.#tablet.page(path);
    // What moves on the screen costs more here than all the work.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    this.#page = page;
  }

  async #do(said: Said, doing: (act: Act) => Promise<void>): Promise<Act> {
    const act = this.ledger.begin(said);
    try {
      await doing(act);
      this.ledger.settle(act, 'saved');
      return act;
    } catch (error) {
      this.ledger.settle(act, 'unheard');
      throw error;
    }
  }

  /** One move of the hand; throws TabletGone where the tablet was killed under it. */
  async #hand<M extends keyof Hand>(
    move: M,
    ...args: Parameters<Hand[M]>
  ): Promise<Awaited<ReturnType<Hand[M]>>> {
    const page = this.page;
    try {
      return await page.evaluate(
        ([name, given]) => Reflect.apply(Reflect.get(window.hand, name), window.hand, given),
        [move, args] as const,
      );
    } catch (error) {
      throw this.#page === page ? error : new TabletGone();
    }
  }
}
