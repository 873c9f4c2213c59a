import { SYNC_TAG } from '../sync/background.ts';

/**
 * Asks the browser to wake the service worker once the network is back, also
 * where this page is gone by then. Safari and Firefox cannot; there opening the
 * page does it.
 */
export async function askBackgroundTurn(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const manager: unknown = registration && Reflect.get(registration, 'sync');
  if (typeof manager !== 'object' || manager === null) return;
  const register: unknown = Reflect.get(manager, 'register');
  if (typeof register !== 'function') return;
  try {
    await Reflect.apply(register, manager, [SYNC_TAG]);
  } catch (error) {
    // Refused by a person's setting, say; the page's own wakers serve on.
    console.info('浏览器不允许后台同步', error);
  }
}
