/** WCAG 2.2 AA: nothing serious or critical on any screen, in both themes, at the sizes people hold. */
import type { Page } from '@playwright/test';
import { type AnsweredOffice, seedAnswers } from '../support/seed-answers.ts';
import { type SeededOffice, seedOffice } from '../support/seed-office.ts';
import { LoginPage } from './pages/login-page.ts';
import { follow } from './support/follow.ts';
import { hindrancesOn } from './support/judge.ts';
import type { OfficeServer } from './support/office-server.ts';
import { type Overlay, overlaysOver } from './support/overlays.ts';
import { storedPhoto } from './support/photo-maker.ts';
import { reviewOverlays, reviewScreens } from './support/review-screens.ts';
import { type Screen, screensOf } from './support/screens.ts';
import { DESK, PHONE, TABLET, type Tablet } from './support/tablet.ts';
import { expect, test } from './support/test.ts';

test('the judge sees a hindrance where there is one', async ({ office, launchTablet }) => {
  const tablet = await launchTablet({ baseUrl: office.url });
  const page = await tablet.page('/login');
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  expect(await hindrancesOn(page, 'light')).toEqual([]);
  await page.evaluate(() => {
    const grey = document.createElement('p');
    grey.textContent = '灰上加灰';
    // Through the object model: the page's own policy lets no style attribute in.
    grey.style.color = '#888';
    grey.style.backgroundColor = '#999';
    document.querySelector('main')?.append(grey, document.createElement('button'));
  });
  expect(await hindrancesOn(page, 'light')).toHaveLength(2);
  expect(await hindrancesOn(page, 'dark')).toHaveLength(1);
});

/** Photographs as a tablet keeps them, drawn on it. */
async function photographs(tablet: Tablet, count: number) {
  const easel = await tablet.context.newPage();
  const jpegs: Uint8Array<ArrayBuffer>[] = [];
  for (let nth = 1; nth <= count; nth += 1) jpegs.push(await storedPhoto(easel, nth));
  await easel.close();
  return jpegs;
}

/** An office some weeks into its round. */
async function busyOffice(server: OfficeServer, tablet: Tablet): Promise<SeededOffice> {
  return seedOffice(server.url, server.password, await photographs(tablet, 2));
}

async function signIn(page: Page, account: string, password: string): Promise<void> {
  await new LoginPage(page).signIn(account, password);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** What hinders on the page as it stands: at this person's own size in both themes, and on a phone. */
async function judge(page: Page, name: string, wide: typeof DESK | typeof TABLET) {
  const found: string[] = [];
  // The colours of a phone are those of a desk.
  for (const [form, viewport, theme] of [
    ['phone', PHONE, 'light'],
    ['wide', wide, 'light'],
    ['wide', wide, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport);
    const hindrances = await hindrancesOn(page, theme);
    found.push(...hindrances.map((one) => `${name} ${form} ${theme} ${one}`));
  }
  return found;
}

const AT_DESKS = new Set<Screen['account']>(['supervisor', 'admin']);

/** What hinders on these screens, and on what opens over each. */
async function judgeAll(
  page: Page,
  screens: readonly Pick<Screen, 'name' | 'path' | 'whole'>[],
  over: (name: string) => readonly Overlay[],
  { wide, go }: { wide: typeof DESK | typeof TABLET; go: (path: string) => Promise<unknown> },
): Promise<string[]> {
  const found: string[] = [];
  for (const { name, path, whole } of screens) {
    const open = async () => {
      await go(path);
      await page.locator(whole).first().waitFor({ state: 'attached' });
    };
    await open();
    found.push(...(await judge(page, name, wide)));
    for (const overlay of over(name)) {
      await open();
      await overlay.open(page);
      found.push(...(await judge(page, overlay.name, wide)));
      await page.keyboard.press('Escape');
    }
  }
  return found;
}

for (const [who, accounts] of [
  ['an inspector', ['inspector1']],
  ['a supervisor', ['supervisor']],
  ['a unit, an administrator, or who is not signed in', [null, 'unit-u04', 'admin']],
] as const) {
  test(`no screen hinders ${who}`, async ({ launchServer, stage }) => {
    const server = await launchServer();
    const found: string[] = [];
    let office: SeededOffice | null = null;
    for (const account of accounts) {
      const wide = AT_DESKS.has(account) ? DESK : TABLET;
      const tablet = await stage.launchTablet({ baseUrl: server.url, viewport: wide });
      office ??= await busyOffice(server, tablet);
      const page = await tablet.page('/login');
      if (account !== null) await signIn(page, account, server.password);
      const screens = screensOf(office).filter((one) => one.account === account);
      const go = (path: string) =>
        account === null ? page.goto(server.url + path) : follow(page, path);
      found.push(...(await judgeAll(page, screens, overlaysOver, { wide, go })));
      await tablet.close();
    }
    expect(found).toEqual([]);
  });
}

test('no screen of 审核, 复查 and 移交 hinders', async ({ launchServer, stage }) => {
  const server = await launchServer();
  const found: string[] = [];
  let office: AnsweredOffice | null = null;
  for (const account of ['supervisor', 'inspector1'] as const) {
    const wide = AT_DESKS.has(account) ? DESK : TABLET;
    const tablet = await stage.launchTablet({ baseUrl: server.url, viewport: wide });
    office ??= await seedAnswers(server.url, server.password, await photographs(tablet, 3));
    await tablet.context.grantPermissions(['camera', 'geolocation'], { origin: server.url });
    const page = await tablet.page('/login');
    await signIn(page, account, server.password);
    const screens = reviewScreens(office).filter((one) => one.account === account);
    const over = (name: string) => reviewOverlays.filter((one) => one.over === name);
    const go = (path: string) => follow(page, path);
    found.push(...(await judgeAll(page, screens, over, { wide, go })));
    await tablet.close();
  }
  expect(found).toEqual([]);
});
