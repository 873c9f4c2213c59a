/** N devices, one office, the network between them, and a clock. Everything else happens to it. */
import { rules } from '../../../src/client/store/rules.ts';
import type { Session } from '../../../src/protocol/session.ts';
import { consoleLines, installBrowser } from './browser.ts';
import { Clock } from './clock.ts';
import { Device } from './device.ts';
import { Dice } from './dice.ts';
import type { LocalStore } from './local-store.ts';
import { Meter } from './meter.ts';
import { type Call, Network } from './network.ts';
import { Office } from './office.ts';
import { Page } from './page.ts';
import { type Plan, personBy } from './plan.ts';
import { closeTab, openTab, workInBackground } from './tab.ts';
import { Trace } from './trace.ts';

export class World {
  readonly clock: Clock;
  readonly meter: Meter;
  readonly network: Network;
  readonly office: Office;
  readonly devices: readonly Device[];
  readonly trace = new Trace();
  /** What the program did that no law names: a rule that threw, a promise that nobody caught. */
  readonly bugs: string[] = [];
  /** A problem that the server cannot store has been written down. */
  poisoned = false;
  readonly #jitter = new Dice(1);
  #ids = 0;
  #pages = 0;

  private constructor(plan: Plan, clock: Clock, meter: Meter, office: Office) {
    this.clock = clock;
    this.meter = meter;
    this.network = new Network(meter);
    this.office = office;
    this.devices = plan.devices.map(
      (account, nth) => new Device(`d${nth + 1}`, this.uuid(), personBy(account), meter),
    );
  }

  static async begin(plan: Plan): Promise<World> {
    installBrowser();
    // Whatever is still to be read from a disk comes when it comes, and not by the world's clock.
    await rules();
    consoleLines.length = 0;
    const clock = new Clock(plan.start);
    const meter = new Meter();
    const office = await Office.open(plan.isBig, () => clock.now, meter);
    const world = new World(plan, clock, meter, office);
    for (const device of world.devices) {
      device.cookie = await office.signIn(device.session.accountId);
    }
    return world;
  }

  /** Every person's store on every device. */
  get stores(): LocalStore[] {
    return this.devices.flatMap((device) => [...device.stores.values()]);
  }

  uuid(): string {
    this.#ids += 1;
    return `00000000-0000-7000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
  }

  /** In [0, 1): what a back-off is spread by. */
  jitter(): number {
    return this.#jitter.next();
  }

  open(device: Device, nth: number, session: Session = device.session): Page {
    const page = this.#newPage(device, session, `${'ab'[nth] ?? '?'}`);
    device.tabs[nth] = page;
    this.follow(page, () => openTab(this, page));
    return page;
  }

  /** Loads a tab anew, perhaps in the name of somebody else. */
  reopen(page: Page, session: Session): Page {
    const nth = page.device.tabs.indexOf(page);
    this.kill(page);
    return this.open(page.device, nth, session);
  }

  /** Answers the worker's page, or null where one is at work already. */
  work(device: Device): Page | null {
    if (device.worker?.alive) return null;
    const page = this.#newPage(device, device.session, 'w');
    device.worker = page;
    this.follow(page, () => workInBackground(this, page));
    return page;
  }

  close(page: Page): void {
    this.follow(page, () => closeTab(page));
  }

  kill(page: Page): void {
    page.kill();
    this.network.leave(page);
    page.device.forgetDead();
  }

  /** Runs the program's code in a page; what it throws there is only the page's where the storage threw it. */
  follow(page: Page, work: () => Promise<void>): void {
    page.run(work).then(
      () => page.device.forgetDead(),
      (error: unknown) => {
        if (page.alive && !isStorageTrouble(error)) this.bug(error);
        if (page.alive && !page.desk) this.kill(page);
      },
    );
  }

  /** A store's client is made once, whichever page is the first to open it. */
  knowClient(page: Page, clientId: string): void {
    const { store } = page;
    if (store.clientId !== null && store.clientId !== clientId) {
      this.bug(`${store.name} was ${store.clientId} and calls itself ${clientId}`);
    }
    store.clientId = clientId;
  }

  /** The server answered that it failed, with no fault put upon it. */
  serverFailed({ letter }: Call): void {
    if (!this.poisoned)
      this.bug(`the server failed at ${letter.url}: ${this.office.logged.at(-1)}`);
  }

  bug(error: unknown): void {
    this.bugs.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** Lets time pass, and what it sets off begin. */
  async wait(ms: number): Promise<void> {
    await this.clock.moveOn(ms, () => this.meter.turns(1));
  }

  async end(): Promise<void> {
    for (const page of this.devices.flatMap((device) => device.pages)) this.kill(page);
    await this.meter.rest();
    await this.office.close();
  }

  #newPage(device: Device, session: Session, letter: string): Page {
    this.#pages += 1;
    return new Page(`${device.name}.${letter}${this.#pages}`, device, session, this);
  }
}

function isStorageTrouble(error: unknown): boolean {
  return error instanceof Error && error.name === 'StorageTrouble';
}
