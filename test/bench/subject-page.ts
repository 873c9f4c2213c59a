/** A page under measurement, in a tab of its own over storage that holds nothing yet. */
import type { Page } from '@playwright/test';
import type { Tablet } from '../e2e/support/tablet.ts';
import type { PageName } from './site-pages.ts';

export interface SubjectPlace {
  /** The server that sends the page and answers it. */
  readonly url: string;
  readonly page: PageName;
  readonly params: Readonly<Record<string, string>>;
}

/** Opens the page in a tab of its own; resolves once it is ready. */
export async function openSubject(
  tablet: Tablet,
  { url, page: name, params }: SubjectPlace,
): Promise<Page> {
  const page = await tablet.context.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: url,
    // A service worker of the app would answer for the bench's own page.
    storageTypes: 'indexeddb,service_workers,cache_storage',
  });
  await page.goto(`${url}/bench/${name}.html?${new URLSearchParams(params)}`);
  await page.waitForFunction(() => 'subject' in window || 'oldTablet' in window);
  return page;
}

/** Opens the page, runs the work on it and closes it. */
export async function onSubject<R>(
  tablet: Tablet,
  place: SubjectPlace,
  work: (page: Page) => Promise<R>,
): Promise<R> {
  const page = await openSubject(tablet, place);
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Makes the page's processor so many times slower; 1 for its own speed. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
