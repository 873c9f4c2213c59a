/**
 * The service worker: the program itself, all of it, on the tablet. It answers
 * GET requests for the program's own files and pages and nothing else: never
 * /api, never a request that carries a body.
 */

import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { SYNC_TAG, syncInBackground } from '../src/client/sync/background.ts';
import { photosMayGo } from '../src/client/sync/connection.ts';
import { webLocks } from '../src/client/sync/locks.ts';
import { freeIn } from '../src/client/sync/storage-free.ts';
import { openPushed, showPush } from './push.ts';
import { chosenPage, FILES, goBack, keepThisOne, takeOver } from './versions.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | PrecacheEntry)[];
};

// Every file or none: an install that misses one fails, and the version before stays.
const files = new PrecacheController({ cacheName: FILES });
files.precache(self.__WB_MANIFEST);
registerRoute(new PrecacheRoute(files));

// Any page address is the one program; /api is the server's, /v and /r are for those without it, and a file is a file (a point's code may hold a dot).
const ownPage = files.createHandlerBoundToURL('/index.html');
registerRoute(
  new NavigationRoute(async (asked) => (await chosenPage()) ?? ownPage(asked), {
    denylist: [
      /^\/(api|assets|healthz|v|r)(\/|$)/,
      /\.(js|css|map|json|webmanifest|png|jpe?g|webp|svg|ico|woff2?|ttf|txt|xml|html)$/i,
    ],
  }),
);

// A page of the version before may still be open, and asks for its own parts as they are needed.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);

/** What some browsers can be told once and for all: requests that need no worker, and start none. */
interface InstallEvent extends ExtendableEvent {
  addRoutes(routes: { condition: { urlPattern: string }; source: 'network' }[]): Promise<void>;
}

function takesRoutes(event: ExtendableEvent): event is InstallEvent {
  return 'addRoutes' in event;
}

// Besides the time it saves: a request that wakes the worker in the very moment in which it gives
// way to the next version keeps it where it is, and 更新 seems to do nothing.
self.addEventListener('install', (event) => {
  if (!takesRoutes(event)) return;
  event.waitUntil(event.addRoutes([{ condition: { urlPattern: '/api/*' }, source: 'network' }]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
  // The page of the first visit works offline without a reload.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  event.waitUntil(heed(event.data).then(() => event.ports[0]?.postMessage('done')));
});

/** What a page may tell: only the person's own 更新 swaps a version under an open page. */
async function heed(said: { type?: unknown; version?: unknown } | null): Promise<void> {
  if (said?.type === 'skip-waiting') return self.skipWaiting();
  if (said?.type === 'go-back') return goBack();
  if (said?.type === 'opened' && said.version === __APP_VERSION__) return keepThisOne();
}

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

self.addEventListener('push', (event) => event.waitUntil(showPush(event)));
self.addEventListener('notificationclick', (event) => event.waitUntil(openPushed(event)));

/** A turn that leaves something behind fails, and the browser gives another one. */
async function oneTurn(): Promise<void> {
  const arrived = await syncInBackground({
    fetch: (input, init) => fetch(input, init),
    locks: webLocks(navigator.locks),
    appVersion: __APP_VERSION__,
    photosMayGo: () => photosMayGo(navigator),
    storageFree: () => freeIn(navigator.storage),
    now: () => Date.now(),
    random: () => Math.random(),
  });
  if (!arrived) throw new Error('not everything has arrived yet');
}
