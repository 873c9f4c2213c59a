/**
 * The service worker: the program itself, all of it, on the tablet. It answers
 * GET requests for the program's own files and pages and nothing else: never
 * /api, never a request that carries a body.
 */

import type { PrecacheEntry } from 'workbox-precaching';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { SYNC_TAG, syncInBackground } from '../src/client/sync/background.ts';
import { webLocks } from '../src/client/sync/locks.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | PrecacheEntry)[];
};

// Every file or none: an install that misses one fails, and the version before stays.
precacheAndRoute(self.__WB_MANIFEST);

// Any page address is the one program; /api is the server's, and a file is a file (a point's code may hold a dot).
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [
      /^\/(api|assets|healthz)(\/|$)/,
      /\.(js|css|map|json|webmanifest|png|jpe?g|webp|svg|ico|woff2?|ttf|txt|xml|html)$/i,
    ],
  }),
);

// Files of older versions go once this one is active, not while an older page may still ask for them.
cleanupOutdatedCaches();

self.addEventListener('activate', (event) => {
  // The page of the first visit works offline without a reload.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  // Only the person's own 更新 swaps a version under an open page.
  if (event.data?.type === 'skip-waiting') event.waitUntil(self.skipWaiting());
});

/** Chromium's Background Sync; no other browser has it, and no library of types. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

function isTurn(event: Event): event is SyncEvent {
  return 'tag' in event && event.tag === SYNC_TAG;
}

// The network is back, maybe with no page left: the same loop under the same lock (invariant 9).
self.addEventListener('sync', (event: Event) => {
  if (isTurn(event)) event.waitUntil(oneTurn());
});

/** A turn that leaves something behind fails, and the browser gives another one. */
async function oneTurn(): Promise<void> {
  const arrived = await syncInBackground({
    fetch: (input, init) => fetch(input, init),
    locks: webLocks(navigator.locks),
    appVersion: __APP_VERSION__,
    now: () => Date.now(),
    random: () => Math.random(),
  });
  if (!arrived) throw new Error('not everything has arrived yet');
}
