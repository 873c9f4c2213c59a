import type { Page } from '@playwright/test';

/**
 * Goes on to an address within the page, as a tap on a link does. By way of a
 * page with nothing on it, so that what the screen before shows is not taken
 * for the next one's.
 */
export async function follow(page: Page, path: string): Promise<void> {
  await tap(page, '/no-such-page');
  await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
  await tap(page, path);
}

async function tap(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}
