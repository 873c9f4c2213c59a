/** What the browser hands to the worker when the office pushes: shown, leading to the app alone, whatever came. */
import type { CDPSession } from '@playwright/test';
import { LoginPage } from './pages/login-page.ts';
import { readyForOffline } from './support/local-store.ts';
import { expect, test } from './support/test.ts';

/** Hands a message to this origin's worker, as the browser's push service would. */
async function pusher(cdp: CDPSession, origin: string) {
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own) resolve(own.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const registrationId = await registered;
  return (data: string) =>
    cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
}

/**
 * In the worker: keeps the last one that the browser has really shown. Asked for its
 * list while one is on its way there, Chromium forgets that one.
 */
const WATCH = `{
  const show = self.registration.showNotification.bind(self.registration);
  self.registration.showNotification = async (title, said) => {
    await show(title, said);
    self.shown = { title, body: said.body, data: said.data };
  };
}`;

/** In the worker: the tap that only a person can make on the lock screen. */
const TAP = `self.registration.getNotifications().then(([notification, ...others]) => {
  self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
  return others.length;
})`;

test('a pushed message is shown, leads nowhere but into the app, and a tap goes there', async ({
  office,
  launchTablet,
}) => {
  const tablet = await launchTablet({ baseUrl: office.url });
  await tablet.context.grantPermissions(['notifications', 'geolocation'], { origin: office.url });
  const page = await tablet.page('/login');
  await new LoginPage(page).signIn('unit-u04', office.password);
  await page.waitForURL((url) => url.pathname !== '/login');
  await readyForOffline(page);
  const push = await pusher(await tablet.context.newCDPSession(page), office.url);
  const worker = tablet.context.serviceWorkers().find((one) => one.url().startsWith(office.url));
  if (!worker) throw new Error('no worker runs');
  await worker.evaluate(WATCH);
  const shows = (body: string, data: string) =>
    expect.poll(() => worker.evaluate('self.shown')).toEqual({ title: '巡点', body, data });

  await push(JSON.stringify({ title: '新的督查通知书', link: '/notices' }));
  await shows('有新消息：新的督查通知书', '/notices');
  // None leads out of the app.
  for (const link of ['https://example.org/', '//example.org', 'javascript:alert(1)']) {
    await push(JSON.stringify({ title: link, link }));
    await shows(`有新消息：${link}`, '/messages');
  }
  await push('not of this version');
  await shows('有新消息', '/messages');

  // One stands there at a time.
  expect(await worker.evaluate(TAP)).toBe(0);
  await page.waitForURL('**/messages');
});
