/** Takes each scene at three sizes and in both themes, and remembers what it took. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DESK, PHONE, TABLET } from '../e2e/support/tablet.ts';

export type SceneState = 'typical' | 'empty' | 'offline' | 'error';

export interface Shot {
  readonly screen: string;
  readonly state: SceneState;
  readonly size: string;
  readonly theme: 'light' | 'dark';
  readonly file: string;
}

/** The screen settles: pictures are decoded, a resize has been followed. */
const SETTLE_MS = 120;

export class Camera {
  readonly shots: Shot[] = [];
  readonly #folder: string;
  readonly #only: string;

  /** @param only takes only screens whose names hold it; all where it is empty */
  constructor(folder: string, only: string) {
    this.#folder = folder;
    this.#only = only;
  }

  wants(screen: string): boolean {
    return screen.includes(this.#only);
  }

  async shoot(page: Page, screen: string, state: SceneState): Promise<void> {
    if (!this.wants(screen)) return;
    await mkdir(this.#folder, { recursive: true });
    for (const viewport of [TABLET, PHONE, DESK]) {
      await page.setViewportSize(viewport);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.waitForTimeout(SETTLE_MS);
        const size = `${viewport.width}x${viewport.height}`;
        const file = `${screen}.${state}.${size}.${theme}.png`;
        await page.screenshot({ path: join(this.#folder, file), animations: 'disabled' });
        this.shots.push({ screen, state, size, theme, file });
      }
    }
    await page.setViewportSize(TABLET);
    console.log(`${screen} · ${state}`);
  }
}
