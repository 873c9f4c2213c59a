/**
 * The page's side of the service worker. A new version waits until the person
 * takes it: nothing is swapped under a half-filled checklist.
 */
import { signal } from '@preact/signals';
import { haltLoading } from './the-rest.ts';
import { isWorkInHand } from './work-in-hand.ts';

/** True while a newer version is installed and waits for the person's 更新. */
export const updateWaiting = signal(false);

const CHECK_EVERY_MS = 3_600_000;

let registration: ServiceWorkerRegistration | null = null;

/** Installs the worker, without delaying the first screen, and looks for a newer one from time to time. */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const container = navigator.serviceWorker;
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    // The first worker claims the page that installed it; any later one replaces the page's own version.
    if (controlled) location.reload();
    controlled = true;
  });
  try {
    const found = await container.register('/sw.js', { updateViaCache: 'none' });
    registration = found;
    if (found.waiting) updateWaiting.value = true;
    found.addEventListener('updatefound', () => watch(found.installing));
    watch(found.installing);
    lookForUpdates(found);
  } catch (error) {
    // The app works without it while the network lasts; the next start tries again.
    console.warn('离线程序没有装好，下次打开时重试', error);
  }
}

/**
 * Switches to the waiting version; the page reloads by itself once it has taken over.
 * False where another page of this device is in the midst of something: nothing happens then.
 */
export async function applyUpdate(): Promise<boolean> {
  if (await isWorkInHand()) return false;
  // A worker that is asked for a file while it gives way starts again, and the version with it.
  await haltLoading();
  const waiting = registration?.waiting;
  if (waiting) waiting.postMessage({ type: 'skip-waiting' });
  // Another tab has taken it already: this one only has to follow.
  else location.reload();
  return true;
}

/** This version works with the store that is here: the files of the one before may go. */
export function tellOpened(): void {
  navigator.serviceWorker?.controller?.postMessage({ type: 'opened', version: __APP_VERSION__ });
}

/** Whether the version before this one is still on the device. */
export async function hasFormerVersion(): Promise<boolean> {
  if (!('caches' in window) || !navigator.serviceWorker?.controller) return false;
  return (await caches.match('/former', { cacheName: 'version-notes' })) !== undefined;
}

/** Goes back to the version before; the page reloads as that one. */
export async function goBack(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  navigator.serviceWorker.controller?.postMessage({ type: 'go-back' }, [port2]);
  await done;
  location.reload();
}

function watch(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && navigator.serviceWorker.controller) {
      updateWaiting.value = true;
    }
  });
}

function lookForUpdates(found: ServiceWorkerRegistration): void {
  const look = () => {
    if (!navigator.onLine || document.visibilityState !== 'visible') return;
    found.update().catch((error: unknown) => {
      // Offline in all but name: the next look will do.
      console.info('没有查到新版本', error);
    });
  };
  setInterval(look, CHECK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
}
