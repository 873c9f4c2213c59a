/**
 * Brings the fonts of papers onto this device, once: beside the work, when the sync
 * has come to rest, and by Wi-Fi alone where that was chosen for photos. A font that
 * is here stays here; one that the browser let go of comes again.
 */
import { computed, effect } from '@preact/signals';
import { liveQuery } from 'dexie';
import type { BoxFont } from '../../protocol/fonts.ts';
import { storageFree } from '../devices/storage.ts';
import { photosMayGo } from '../sync/connection.ts';
import { syncStatus, type Workplace, workplace } from '../workplace.ts';
import { Bell } from './bell.ts';
import { downloadFont, FontNotGiven } from './download-font.ts';
import { fontAbout } from './font-about.ts';
import { canKeepFonts, FontDamaged, hasFont } from './font-cache.ts';
import { type FontProgress, fontProgress, fontsAsked, fontsOfPapers } from './font-progress.ts';
import { fontsToKeep, knownFonts } from './fonts-in-force.ts';

/** The list and the small things of a start come first. */
const REST_MS = 3_000;
/** Bytes. */
const KEEP_FREE = 50_000_000;
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

const atRest = computed(() => {
  const { phase, firstPull, lastContact } = syncStatus.value;
  return phase === 'idle' && !firstPull && lastContact !== null;
});

/** Until the place is left. */
export function keepFonts(place: Workplace): void {
  if (!canKeepFonts()) return;
  const bell = new Bell();
  const left = () => workplace.peek() !== place;
  const rows = liveQuery(() => place.db.font.toArray()).subscribe(() => bell.ring());
  const stop = effect(() => {
    atRest.value;
    fontsAsked.value;
    fontsOfPapers.value;
    workplace.value;
    bell.ring();
  });
  const ring = () => bell.ring();
  addEventListener('online', ring);
  keepOn(place, bell, left)
    .catch((error: unknown) => console.warn('没有下载成公文字体', error))
    .finally(() => {
      stop();
      rows.unsubscribe();
      removeEventListener('online', ring);
    });
}

async function keepOn(place: Workplace, bell: Bell, left: () => boolean): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  let heard = fontsAsked.peek();
  while (!left()) {
    const { wanted, missing } = await look(place);
    const asked = fontsAsked.peek() !== heard;
    heard = fontsAsked.peek();
    const [next] = missing;
    if (!next) {
      if (wanted.length > 0) show(wanted, missing, { phase: 'complete' });
      await bell.rung();
      continue;
    }
    if (!asked && !(atRest.peek() && navigator.onLine)) {
      show(wanted, missing, { phase: 'waiting' });
      await bell.rung();
      continue;
    }
    if (!asked && !(await photosMayGo(navigator))) {
      show(wanted, missing, { phase: 'wifi' });
      await bell.rung(LONGEST_PAUSE_MS);
      continue;
    }
    if (!asked && fontProgress.peek().phase !== 'downloading') await bell.quiet(REST_MS);
    if (!asked && !(await hasRoomFor(next))) {
      show(wanted, missing, { phase: 'failed', trouble: '本机空间不足，留给照片和记录' });
      await bell.rung(LONGEST_PAUSE_MS);
      continue;
    }
    const trouble = await bring(wanted, missing, next);
    if (trouble === null) {
      pause = FIRST_PAUSE_MS;
      continue;
    }
    show(wanted, missing, { phase: 'failed', trouble });
    await bell.rung(pause);
    pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
  }
}

/** Fonts never take the room of what people record. */
async function hasRoomFor(font: BoxFont): Promise<boolean> {
  const free = await storageFree();
  return free === null || free - font.bytes > KEEP_FREE;
}

async function look({ db }: Workplace): Promise<{ wanted: BoxFont[]; missing: BoxFont[] }> {
  const known = await knownFonts(db);
  const inForce = fontsToKeep(known);
  const others = [...fontsOfPapers.peek()].filter(
    (sha256) => !inForce.some((font) => font.sha256 === sha256),
  );
  const found = await Promise.all(
    others.map(async (sha256) => known.fonts.get(sha256) ?? fontAbout(sha256)),
  );
  const wanted = [...inForce, ...found.filter((font) => font !== null)];
  const here = await Promise.all(wanted.map(({ sha256 }) => hasFont(sha256)));
  return { wanted, missing: wanted.filter((_font, nth) => !here[nth]) };
}

/** Null once it is here; otherwise what to say. Another tab that brings it is waited for. */
async function bring(
  wanted: readonly BoxFont[],
  missing: readonly BoxFont[],
  font: BoxFont,
): Promise<string | null> {
  show(wanted, missing, { phase: 'downloading' });
  try {
    await navigator.locks.request('paper-fonts', async () => {
      if (await hasFont(font.sha256)) return;
      await downloadFont(font, (bytes) => show(wanted, missing, { phase: 'downloading' }, bytes));
    });
    return null;
  } catch (error) {
    console.info('没有下载成公文字体', error);
    return sayTrouble(error);
  }
}

function sayTrouble(error: unknown): string {
  if (error instanceof FontDamaged) return '收到的字体不完整，没有保存，会再下载';
  if (error instanceof FontNotGiven) {
    if (error.status === 0) return '网络中断，联网后接着下载';
    if (error.status === 401) return '需要重新登录后再下载';
    return `服务器没有给出字体（${error.status}），稍后再试`;
  }
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return '本机空间不足，字体没有保存';
  }
  return '字体没有保存成，稍后再试';
}

function show(
  wanted: readonly BoxFont[],
  missing: readonly BoxFont[],
  said: Pick<FontProgress, 'phase'> & Partial<Pick<FontProgress, 'trouble'>>,
  moreBytes = 0,
): void {
  const bytes = sum(wanted);
  fontProgress.value = {
    trouble: '',
    ...said,
    fonts: wanted.length,
    fontsHere: wanted.length - missing.length,
    bytes,
    bytesHere: bytes - sum(missing) + moreBytes,
  };
}

function sum(fonts: readonly BoxFont[]): number {
  return fonts.reduce((bytes, font) => bytes + font.bytes, 0);
}
