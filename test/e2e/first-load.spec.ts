/** Budgets of bytes: what a first visit downloads, and what a tablet keeps. */
import { firstScripts, gzipBytes, keptBytes } from '../support/first-load.ts';
import { LoginPage } from './pages/login-page.ts';
import { TodayPage } from './pages/today-page.ts';
import { readyForOffline } from './support/local-store.ts';
import { expect, test } from './support/test.ts';

test('100 KB of scripts are enough to sign in and see the list', async ({
  office,
  launchTablet,
}) => {
  const scripts = await firstScripts();
  expect(await gzipBytes(scripts)).toBeLessThanOrEqual(100 * 1024);

  const tablet = await launchTablet({ baseUrl: office.url });
  const page = await tablet.page('about:blank');
  // Without any other script the list must stand there all the same.
  await page.route('**/*.js', (route) => {
    const { pathname } = new URL(route.request().url());
    return scripts.has(pathname) ? route.continue() : route.abort();
  });
  await page.goto(`${office.url}/login`);
  await new LoginPage(page).signIn('inspector1', office.password);
  await expect(new TodayPage(page).points.first()).toBeVisible();
});

test('the whole program takes 4 MB of a tablet at most', async ({ office, launchTablet }) => {
  const tablet = await launchTablet({ baseUrl: office.url });
  const page = await tablet.page('/login');
  await readyForOffline(page);
  const bytes = await keptBytes(page);
  expect(bytes).toBeGreaterThan(200_000);
  expect(bytes).toBeLessThanOrEqual(4_000_000);
});
