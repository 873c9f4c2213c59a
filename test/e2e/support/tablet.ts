/**
 * A tablet: a real Chromium with a profile of its own on disk, started by us, so
 * that its process is ours to kill and a kill is what a flat battery is.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../../src/launch/chromium.mjs';

export interface TabletForm {
  readonly userDataDir: string;
  /** The server's address, which the position is granted to. */
  readonly baseUrl: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

export const TABLET = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;
export const DESK = { width: 1440, height: 900 } as const;

/** In front of the old town's gate. */
export const STANDS_AT = { latitude: 38.2858, longitude: 109.7341, accuracy: 15 } as const;

const FLAGS = [
  '--headless=new',
  // Root and many containers have none to offer; the only pages here are our own.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-crash-restore-bubble',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The popups of an address bar that nobody sees: a third of what a start costs.
  '--disable-features=PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
  '--disable-dev-shm-usage',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--password-store=basic',
  '--lang=zh-CN',
  '--accept-lang=zh-CN,zh',
  '--remote-debugging-port=0',
];

const READY_MS = 30_000;

export class Tablet {
  #child: ChildProcess | null = null;
  #browser: Browser | null = null;

  constructor(readonly form: TabletForm) {}

  get context(): BrowserContext {
    const context = this.#browser?.contexts()[0];
    if (!context) throw new Error('the tablet is off');
    return context;
  }

  /** The process that a kill ends. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('the tablet is off');
    return pid;
  }

  /** Switches it on; the same profile comes back. */
  async open(): Promise<void> {
    if (this.#child) throw new Error('the tablet is on already');
    const executable = await findChromium();
    if (executable === null) throw new Error('no Chromium on this machine');
    const { userDataDir } = this.form;
    await rm(join(userDataDir, 'DevToolsActivePort'), { force: true });
    this.#child = spawn(executable, [...FLAGS, `--user-data-dir=${userDataDir}`, 'about:blank'], {
      // A group of its own: the kill takes its renderers in the same instant.
      detached: true,
      env: { ...process.env, TZ: 'America/St_Johns', LANGUAGE: 'zh_CN' },
      stdio: 'ignore',
    });
    this.#browser = await chromium.connectOverCDP(await this.#endpoint(this.#child));
    await this.context.grantPermissions(['geolocation'], { origin: this.form.baseUrl });
    await this.context.setGeolocation(STANDS_AT);
  }

  /** A page of the app at a path, in this tablet's form. */
  async page(path = '/'): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize(this.form.viewport ?? TABLET);
    await page.emulateMedia({ colorScheme: this.form.colorScheme ?? 'light' });
    await page.goto(new URL(path, this.form.baseUrl).href, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /** Switches it off as a person would. */
  async close(): Promise<void> {
    const child = this.#child;
    const browser = this.#browser;
    this.#child = null;
    this.#browser = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    const session = await browser?.newBrowserCDPSession();
    await session?.send('Browser.close');
    await exited;
  }

  /** The battery is flat: SIGKILL to the browser and all that it started. */
  async kill9(): Promise<void> {
    const child = this.#child;
    const browser = this.#browser;
    this.#child = null;
    this.#browser = null;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await exited;
    await browser?.close();
  }

  async #endpoint(child: ChildProcess): Promise<string> {
    const file = join(this.form.userDataDir, 'DevToolsActivePort');
    const until = Date.now() + READY_MS;
    while (Date.now() < until && child.exitCode === null) {
      const [port] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
      if (port) return `http://127.0.0.1:${port}`;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`Chromium did not come up (exit code ${child.exitCode})`);
  }
}
