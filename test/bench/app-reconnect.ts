/** The app itself coming back to the network with weeks of work, a screen open and following its store. */
import type { Page } from '@playwright/test';

/** Opens the app over the store that the page has prepared, then lets the network return (ms). */
export async function reconnectApp(page: Page): Promise<number> {
  const office = '**/api/sync';
  await page.route(office, (route) => route.abort());
  await page.addInitScript(watchOutbox);
  await page.goto(new URL('/today', page.url()).href);
  await page.locator('a[href^="/points/"]').first().waitFor();
  // What the start itself does is over.
  await page.waitForTimeout(1_000);
  await page.unroute(office);
  return page.evaluate(untilOutboxIsEmpty);
}

/** Makes every commit of a write to the outbox an event of the page. */
function watchOutbox(): void {
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
    const begun = open.call(this, stores, mode, options);
    if (mode === 'readwrite' && begun.objectStoreNames.contains('outbox')) {
      begun.addEventListener('complete', () => {
        const counting = open.call(begun.db, 'outbox').objectStore('outbox').count();
        counting.onsuccess = () => {
          document.dispatchEvent(new CustomEvent('outbox', { detail: counting.result }));
        };
      });
    }
    return begun;
  };
}

function untilOutboxIsEmpty(): Promise<number> {
  const began = performance.now();
  return new Promise((resolve) => {
    document.addEventListener('outbox', (event) => {
      if (event instanceof CustomEvent && event.detail === 0) resolve(performance.now() - began);
    });
    window.dispatchEvent(new Event('online'));
  });
}
