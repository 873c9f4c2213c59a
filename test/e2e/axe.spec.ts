/** WCAG 2.2 AA: axe finds nothing serious or critical on any screen, in both themes, at the sizes people hold. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { seedOffice } from '../support/seed-office.ts';
import { LoginPage } from './pages/login-page.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { type Screen, screensOf } from './support/screens.ts';
import { DESK, PHONE, TABLET, type Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** In the light everything is judged; what the dark can change is contrast. */
async function seriousOn(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  const axe = new AxeBuilder({ page });
  const judged = colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast']);
  const { violations } = await judged.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

async function open(tablet: Tablet, screen: Screen): Promise<Page> {
  const page = await tablet.page(screen.path);
  await page.locator(screen.whole).first().waitFor({ state: 'attached' });
  return page;
}

test('the judge sees a hindrance where there is one', async ({ launchServer, launchTablet }) => {
  const server = await launchServer();
  const tablet = await launchTablet({ baseUrl: server.url });
  const page = await tablet.page('/login');
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  expect(await seriousOn(page, 'light')).toEqual([]);
  await page.evaluate(() => {
    const grey = document.createElement('p');
    grey.textContent = '灰上加灰';
    // Through the object model: the page's own policy lets no style attribute in.
    grey.style.color = '#888';
    grey.style.backgroundColor = '#999';
    document.querySelector('main')?.append(grey, document.createElement('button'));
  });
  expect(await seriousOn(page, 'light')).toHaveLength(2);
  expect(await seriousOn(page, 'dark')).toHaveLength(1);
});

const AT_DESKS = new Set<Screen['account']>(['supervisor', 'admin']);

for (const size of ['wide', 'phone'] as const) {
  test(`no screen hinders anybody (${size})`, async ({ stage, launchServer, launchTablet }) => {
    test.setTimeout(600_000);
    const server = await launchServer();
    const painter = await launchTablet({ baseUrl: server.url });
    const easel = await painter.context.newPage();
    const jpegs = [await storedPhoto(easel, 1), await storedPhoto(easel, 2)];
    await painter.close();
    const office = await seedOffice(server.url, server.password, jpegs);
    const screens = screensOf(office);
    const found: string[] = [];
    for (const account of new Set(screens.map((screen) => screen.account))) {
      const wide = AT_DESKS.has(account) ? DESK : TABLET;
      const viewport = size === 'phone' ? PHONE : wide;
      const tablet = await stage.launchTablet({ baseUrl: server.url, viewport });
      if (account !== null) {
        const page = await tablet.page('/login');
        await new LoginPage(page).signIn(account, server.password);
        await page.waitForURL((url) => url.pathname !== '/login');
        await page.close();
      }
      for (const screen of screens.filter((one) => one.account === account)) {
        const page = await open(tablet, screen);
        for (const colorScheme of ['light', 'dark'] as const) {
          const serious = await seriousOn(page, colorScheme);
          found.push(...serious.map((one) => `${screen.name} ${colorScheme} ${one}`));
        }
        await page.close();
      }
      await tablet.close();
    }
    expect(found).toEqual([]);
  });
}
