/** A supervisor's tablet with the whole office on it, its list of points complete. */
import type { Page } from '@playwright/test';
import { LoginPage } from '../e2e/pages/login-page.ts';
import { TodayPage } from '../e2e/pages/today-page.ts';
import { readyForOffline } from '../e2e/support/local-store.ts';
import type { OfficeServer } from '../e2e/support/office-server.ts';
import type { Tablet } from '../e2e/support/tablet.ts';

const LONGEST_MS = 120_000;

/** Resolves once all of so many points are listed and the program needs no server. */
export async function openWholeList(
  tablet: Tablet,
  { url, password }: OfficeServer,
  points: number,
): Promise<Page> {
  const page = await tablet.page('/login');
  // The supervisor's list holds all of them, an inspector's only the group's own.
  await new LoginPage(page).signIn('supervisor', password);
  await page.waitForURL('**/findings');
  await readyForOffline(page);
  await page.goto(`${url}/today`);
  const today = new TodayPage(page);
  await today.points.first().waitFor();
  const until = Date.now() + LONGEST_MS;
  for (;;) {
    const listed = await today.count('全部');
    if (listed === points) return page;
    if (Date.now() > until) throw new Error(`the list came to ${listed} of ${points} points`);
    await page.waitForTimeout(100);
  }
}
