import type { CDPSession, Page } from '@playwright/test';
import type { Tablet } from './tablet.ts';

const ROOM = 8_000_000;

/** How much the office's origin may store on a tablet: a real limit, which Chromium itself keeps. */
export class Room {
  readonly #session: CDPSession;
  readonly #origin: string;

  private constructor(session: CDPSession, origin: string) {
    this.#session = session;
    this.#origin = origin;
  }

  /** A limit holds as long as the page that set it stays, and must stand before anything is written. */
  static async of(tablet: Tablet, origin: string): Promise<Room> {
    const keeper = await tablet.page('/robots.txt');
    const room = new Room(await tablet.context.newCDPSession(keeper), origin);
    await room.#set({ quotaSize: ROOM });
    return room;
  }

  async #set(size: { readonly quotaSize?: number }): Promise<void> {
    await this.#session.send('Storage.overrideQuotaForOrigin', { origin: this.#origin, ...size });
  }

  /** Nothing more can be written. */
  async fill(page: Page): Promise<void> {
    await this.#set({ quotaSize: 1 });
    // Chromium looks at the room anew only where what it last saw does not suffice for a write.
    const outcome = await page.evaluate(writeTooMuch, ROOM);
    if (outcome !== 'QuotaExceededError') throw new Error(`there is room: ${outcome}`);
  }

  async free(): Promise<void> {
    await this.#set({});
  }
}

/** Writes so many bytes that no store can press smaller; resolves with how it ended. */
async function writeTooMuch(size: number): Promise<string> {
  const opening = indexedDB.open('too-much');
  opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  const tx = opening.result.transaction('bytes', 'readwrite');
  tx.objectStore('bytes').put(bytes, 1);
  const outcome = await new Promise<string>((resolve) => {
    tx.oncomplete = () => resolve('written');
    tx.onabort = () => resolve(tx.error?.name ?? 'aborted');
  });
  opening.result.close();
  return outcome;
}
