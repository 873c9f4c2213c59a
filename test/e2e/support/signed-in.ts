import type { Page } from '@playwright/test';
import { LoginPage } from '../pages/login-page.ts';
import { TodayPage } from '../pages/today-page.ts';
import { readyForOffline } from './local-store.ts';
import type { OfficeServer } from './office-server.ts';
import type { Tablet } from './tablet.ts';

/** Signs an inspector in on a tablet; resolves once the list stands and the program needs no server. */
export async function signInInspector(
  tablet: Tablet,
  server: OfficeServer,
  account = 'inspector1',
): Promise<Page> {
  const page = await tablet.page('/login');
  await new LoginPage(page).signIn(account, server.password);
  await page.waitForURL('**/today');
  await new TodayPage(page).points.first().waitFor();
  await readyForOffline(page);
  return page;
}
