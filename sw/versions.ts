/**
 * Each version keeps its files under a name of its own. The one before goes only
 * once this one has opened the tablet's store; until then a person whose store
 * this one cannot open may go back to it. One that waits to take over is nobody's
 * to delete: only what was there when this one took over counts as former.
 */
const PREFIX = 'xundian-';
/** What the worker must know after it was stopped: which versions were before, and which one serves. */
const NOTES = 'version-notes';
const FORMER = '/former';
const CHOSEN = '/chosen';

/** This version's files. */
export const FILES = `${PREFIX}${__APP_VERSION__}`;

/** This version serves from now on; those before it stay for a while. */
export async function takeOver(): Promise<void> {
  await caches.delete(NOTES);
  const former = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== FILES);
  if (former.length > 0) await note(FORMER, former.join('\n'));
}

/** This version works with what is on the tablet: those before it may go. */
export async function keepThisOne(): Promise<void> {
  for (const name of await formerVersions()) await caches.delete(name);
  await caches.delete(NOTES);
}

/** Serves pages from the version before, if its files are still here. */
export async function goBack(): Promise<void> {
  const last = (await formerVersions()).at(-1);
  if (last !== undefined) await note(CHOSEN, last);
}

/** The page of the version that the person went back to; undefined where this one serves. */
export async function chosenPage(): Promise<Response | undefined> {
  const chosen = await noted(CHOSEN);
  if (chosen === undefined) return undefined;
  return caches.match('/index.html', { cacheName: chosen, ignoreSearch: true });
}

async function formerVersions(): Promise<string[]> {
  return (await noted(FORMER))?.split('\n') ?? [];
}

async function note(what: string, text: string): Promise<void> {
  const notes = await caches.open(NOTES);
  await notes.put(what, new Response(text));
}

async function noted(what: string): Promise<string | undefined> {
  // Asking does not make the cache.
  const found = await caches.match(what, { cacheName: NOTES });
  return found?.text();
}
