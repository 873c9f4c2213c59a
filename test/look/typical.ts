/** Every screen with an office's ordinary work on it, and what opens over the screens. */
import type { Page } from '@playwright/test';
import { screensOf } from '../e2e/support/screens.ts';
import { seedOffice } from '../support/seed-office.ts';
import type { Studio } from './studio.ts';

interface Overlay {
  readonly screen: string;
  readonly under: string;
  open(page: Page): Promise<void>;
}

/** What a tap opens: by the screen that it opens over. */
const OVERLAYS: readonly Overlay[] = [
  {
    screen: 'today-filter',
    under: 'today',
    open: (page) => page.getByRole('button', { name: /^筛选/ }).click(),
  },
  {
    screen: 'account',
    under: 'today',
    open: (page) => page.getByRole('button', { name: '督查员一' }).click(),
  },
  {
    screen: 'point-problem',
    under: 'point',
    open: async (page) => {
      await page.getByRole('button', { name: '登记问题' }).click();
      await page.getByRole('region', { name: '登记问题' }).waitFor();
    },
  },
  {
    screen: 'inspection-problem',
    under: 'inspection',
    open: async (page) => {
      await page.getByRole('radio', { name: '不符合', exact: true }).last().click();
      await page.getByRole('region', { name: '登记问题' }).waitFor();
    },
  },
  {
    screen: 'inspection-unanswered',
    under: 'inspection',
    open: (page) => page.getByRole('button', { name: '完成检查' }).click(),
  },
  {
    screen: 'finding-photo',
    under: 'finding',
    open: (page) =>
      page
        .getByRole('button', { name: /^放大第/ })
        .first()
        .click(),
  },
  {
    screen: 'desk-finding-void',
    under: 'desk-finding',
    open: (page) => page.getByRole('button', { name: '作废这个问题' }).click(),
  },
];

export async function shootTypical(studio: Studio): Promise<void> {
  const { camera, stage } = studio;
  const server = await stage.launchServer();
  const office = await seedOffice(server.url, server.password, await studio.photographs());
  const screens = screensOf(office);
  for (const account of new Set(screens.map((screen) => screen.account))) {
    const own = screens.filter((screen) => screen.account === account);
    const over = (name: string) => OVERLAYS.filter((overlay) => overlay.under === name);
    const wanted = own.filter(
      ({ name }) => camera.wants(name) || over(name).some(({ screen }) => camera.wants(screen)),
    );
    if (wanted.length === 0) continue;
    const tablet =
      account === null
        ? await stage.launchTablet({ baseUrl: server.url })
        : (await studio.signedIn(server, account)).tablet;
    for (const { name, path, whole } of wanted) {
      const open = async () => {
        const page = await tablet.page(path);
        await page.locator(whole).first().waitFor({ state: 'attached' });
        return page;
      };
      const page = await open();
      await camera.shoot(page, name, 'typical');
      await page.close();
      for (const overlay of over(name)) {
        if (!camera.wants(overlay.screen)) continue;
        const under = await open();
        await overlay.open(under);
        await camera.shoot(under, overlay.screen, 'typical');
        await under.close();
      }
    }
    await tablet.close();
  }
  await server.stop();
}
