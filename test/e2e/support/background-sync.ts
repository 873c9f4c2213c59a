import type { Page } from '@playwright/test';
import { SYNC_TAG } from '../../../src/client/sync/background.ts';

/** Gives the tablet's service worker its turn, as Chromium does once the network is back. */
export async function backgroundTurn(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [own] = registrations.filter((one) => !one.isDeleted);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    tag: SYNC_TAG,
    lastChance: false,
  });
  await session.detach();
}
