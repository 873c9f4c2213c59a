/**
 * Opens a signed-in person's place of work: their database, the sync loop and
 * what wakes it. Needs no network; the office is asked in the background.
 */
import type { Session } from '../protocol/session.ts';
import { atRest } from './at-rest.ts';
import { askBackgroundTurn } from './devices/background-turn.ts';
import { thisDevice } from './devices/device.ts';
import { randomId } from './devices/random-id.ts';
import { whoAmI } from './devices/session.ts';
import { whileShown } from './devices/shown.ts';
import { storageFree } from './devices/storage.ts';
import { watchStorage } from './devices/storage-watch.ts';
import { wakeOnOccasion } from './devices/wakers.ts';
import { type Author, createStamp } from './store/author.ts';
import { openDatabase } from './store/database.ts';
import { note } from './store/log.ts';
import { clientIdOf } from './store/meta.ts';
import { mutate } from './store/mutate.ts';
import { redoing } from './store/redoing.ts';
import { rememberSession } from './store/remembered.ts';
import { photosMayGo } from './sync/connection.ts';
import { pageLocks, webLocks } from './sync/locks.ts';
import { createSyncLoop, type SyncLoop } from './sync/loop.ts';
import { listenForPokes } from './sync/poke.ts';
import { recallStatus } from './sync/recall-status.ts';
import { storageTrouble, syncStatus, unread, type Workplace, workplace } from './workplace.ts';

const desk = () => import('./paper/desk.ts');

export async function openWorkplace(session: Session): Promise<Workplace> {
  await workplace.value?.close();
  unread.value = 0;
  const db = await openDatabase(session.accountId);
  const clientId = await clientIdOf(db, randomId);
  syncStatus.value = await recallStatus(db);
  const now = () => Date.now();
  const unnoted: string[] = [];
  const author: Author = {
    db,
    actor: session,
    officeId: session.officeId,
    clientId,
    paper: {
      origin: location.origin,
      fonts: async () => (await desk()).boxFaces(),
      sign: async (...said) => (await desk()).signPaper(author, ...said),
    },
    now,
    stamp: createStamp(now),
    saved() {
      storageTrouble.value = null;
      // A full device could not take even that down when it happened.
      for (const code of unnoted.splice(0)) void note(db, { kind: 'storage', code });
      loop.nudge();
    },
    troubled(trouble) {
      storageTrouble.value = trouble;
      unnoted.push(trouble.code);
    },
  };
  const loop = await startLoop(author);
  const endings = [watchStorage(), wakeOnOccasion(loop), listen(loop)];
  const opened: Workplace = {
    session,
    db,
    author,
    mutate: (name, args, title, redoes = null) =>
      mutate(author, { name, id: args.id, title, args: () => args, ...redoing(author, redoes) }),
    async issueNotice(args, title, redoes = null) {
      const { issueNotice } = await import('./store/issue.ts');
      return issueNotice(author, args, title, redoing(author, redoes));
    },
    wake: () => loop.wake(),
    now: () => now() + (syncStatus.value.offset ?? 0),
    async close() {
      for (const end of endings) end();
      await loop.stop();
      db.close();
      if (workplace.value === opened) workplace.value = null;
    },
  };
  workplace.value = opened;
  void settleIn(opened);
  return opened;
}

/** What the first screen need not wait for. */
async function settleIn(opened: Workplace): Promise<void> {
  await atRest();
  if (workplace.value !== opened) return;
  opened.wake();
  void note(opened.db, { kind: 'open', code: __APP_VERSION__ });
  refresh(opened).catch((error: unknown) => {
    // The remembered session serves on; the next start asks again.
    console.warn('没有核对成登录身份', error);
  });
  lookAfter(opened).catch((error: unknown) => {
    console.warn('没有检查成本机存储', error);
  });
}

/** Its program comes after the first screen. */
async function lookAfter(opened: Workplace): Promise<void> {
  const { watchOver } = await import('./rescue/watch-over.ts');
  if (workplace.value === opened) await watchOver(opened);
}

async function startLoop(author: Author): Promise<SyncLoop> {
  const { deviceId, label } = await thisDevice();
  return createSyncLoop({
    author,
    fetch: (input, init) => fetch(input, init),
    locks: 'locks' in navigator ? webLocks(navigator.locks) : pageLocks(),
    appVersion: __APP_VERSION__,
    photosMayGo: () => photosMayGo(navigator),
    device: async () => ({
      deviceId,
      label,
      storageFree: await storageFree(),
      storageError: storageTrouble.value?.message ?? null,
    }),
    status: syncStatus.value,
    onStatus(status) {
      if (status.phase === 'offline' && syncStatus.value.phase !== 'offline')
        void askBackgroundTurn();
      syncStatus.value = status;
    },
    setTimer: later,
    random: Math.random,
  });
}

function listen(loop: SyncLoop): () => void {
  return whileShown(() =>
    listenForPokes({
      open: (url) => new EventSource(url),
      onPoke: () => loop.poke(),
      onUnread: (count) => {
        unread.value = count;
      },
      onBack: () => loop.wake(),
      setTimer: later,
    }),
  );
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** A person whose role or unit the office has changed goes on under the new one. */
async function refresh(opened: Workplace): Promise<void> {
  const answer = await whoAmI();
  if (answer.kind !== 'signed-in' || workplace.value !== opened) return;
  const { session } = answer;
  if (session.accountId !== opened.session.accountId) return;
  if (JSON.stringify(session) === JSON.stringify(opened.session)) return;
  await rememberSession(session);
  await openWorkplace(session);
}
