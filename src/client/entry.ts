/** Coming in and going out: who works here, from the device's memory first, so that offline is no obstacle. */
import { signal } from '@preact/signals';
import type { Session } from '../protocol/session.ts';
import {
  recallSession,
  type SignedIn,
  type SignedOut,
  signIn,
  signOut,
  tellOwedSignOut,
} from './devices/session.ts';
import { openWorkplace } from './open-workplace.ts';
import { PLAIN_VIEW, todayView } from './screens/today/today-view.ts';
import { tellOpened } from './service-worker.ts';
import { StorageTrouble } from './store/storage-trouble.ts';

export type Entry =
  | { readonly kind: 'opening' }
  | { readonly kind: 'in' }
  | { readonly kind: 'out' }
  /** The device's own storage does not open. */
  | { readonly kind: 'trouble'; readonly message: string };

export const entry = signal<Entry>({ kind: 'opening' });

/** Opens the place of whoever was last signed in on this device. */
export async function enter(): Promise<void> {
  try {
    const session = await recallSession();
    if (session) await open(session);
    else {
      entry.value = { kind: 'out' };
      tellOwedSignOut().catch((error: unknown) => {
        // It stays owed: the next sign-in or start tells it.
        console.info('退出登录还没有告诉服务器', error);
      });
    }
  } catch (error) {
    troubled(error);
  }
}

export async function enterAs(account: string, password: string): Promise<SignedIn> {
  const answer = await signIn(account, password);
  if (answer.ok) await enterWith(answer.session);
  return answer;
}

/** Opens the place of someone whom the office has just let in. */
export async function enterWith(session: Session): Promise<void> {
  try {
    await open(session);
  } catch (error) {
    troubled(error);
  }
}

export async function leave(): Promise<SignedOut> {
  entry.value = { kind: 'opening' };
  const left = await signOut();
  entry.value = { kind: 'out' };
  return left;
}

async function open(session: Session): Promise<void> {
  showAnew(session.accountId);
  await openWorkplace(session);
  entry.value = { kind: 'in' };
  tellOpened();
}

const VIEWER = 'xundian-viewer';

/** What one person searched for and how far they had scrolled is nothing to the next one in this tab. */
function showAnew(accountId: string): void {
  if (sessionStorage.getItem(VIEWER) === accountId) return;
  sessionStorage.clear();
  sessionStorage.setItem(VIEWER, accountId);
  todayView.value = PLAIN_VIEW;
}

function troubled(error: unknown): void {
  console.error('没有打开', error);
  entry.value = { kind: 'trouble', message: StorageTrouble.of(error, '打不开').message };
}
