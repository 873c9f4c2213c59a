/**
 * The photos' queue: after the small text that names them, one at a time, the
 * smallest first. One that has arrived is never sent again; one that fails does
 * not hold up the others.
 */
import { changeBlob } from '../store/blobs.ts';
import type { LocalDatabase } from '../store/database.ts';
import { note } from '../store/log.ts';
import { photosNamed } from '../store/named-photos.ts';
import type { BlobRow } from '../store/tables.ts';
import { backOffMs } from './back-off.ts';
import { UNSENT } from './custody.ts';
import type { Setback } from './exchange.ts';
import { isThere } from './photo-there.ts';
import type { PhotoSender } from './photos.ts';
import { type Delivery, deliver } from './tus.ts';

/** Sends what is due; returns what stopped it, or null at the end. */
export async function sendDue(sender: PhotoSender): Promise<Setback | null> {
  const tried = new Set<string>();
  while (!sender.stop.aborted && (await sender.mayGo())) {
    const blob = await nextPhoto(sender, tried);
    if (!blob) return null;
    sender.onStart();
    tried.add(blob.sha256);
    const from = sender.now();
    const delivery = await sendPhoto(sender, blob);
    await noteDelivery(sender, blob, delivery, from);
    const setback = await settle(sender, blob, delivery);
    if (setback) return setback;
  }
  return null;
}

async function nextPhoto(
  { db, now }: PhotoSender,
  tried: ReadonlySet<string>,
): Promise<BlobRow | undefined> {
  const unsent = await db.blob
    .where('state')
    .anyOf([...UNSENT])
    .toArray();
  const due = unsent.filter(
    (blob) =>
      !tried.has(blob.sha256) &&
      (blob.state !== 'failed' || (blob.retryAt !== null && blob.retryAt <= now())),
  );
  if (due.length === 0) return undefined;
  const unsaid = new Set((await db.outbox.toArray()).flatMap((row) => photosNamed(row.args)));
  return due.filter((blob) => !unsaid.has(blob.sha256)).sort((a, b) => a.bytes - b.bytes)[0];
}

async function sendPhoto(
  { db, fetch, stop, mayGo }: PhotoSender,
  { sha256, uploadUrl }: BlobRow,
): Promise<Delivery> {
  const there = await isThere(fetch, sha256, stop);
  if (there === null) return { kind: 'offline' };
  if (there) return { kind: 'done' };
  const jpeg = (await db.jpeg.get(sha256))?.jpeg;
  if (!jpeg) return { kind: 'refused', failure: BYTES_MISSING, final: true };
  await mark(db, sha256, { state: 'uploading', error: '' });
  return deliver(
    fetch,
    {
      jpeg,
      sha256,
      uploadUrl,
      mayGo,
      onUrl: (url) => mark(db, sha256, { uploadUrl: url, sent: 0 }),
      onProgress: (sent) => mark(db, sha256, { sent }),
    },
    stop,
  );
}

const BYTES_MISSING = { code: 'bytes-missing', message: '本机已没有这张照片的内容' } as const;

/** Writes down how it ended; returns what should stop the others, too. */
async function settle(
  { db, now, random }: PhotoSender,
  { sha256, bytes, tries }: BlobRow,
  delivery: Delivery,
): Promise<Setback | null> {
  if (delivery.kind === 'done') {
    const done = { sent: bytes, error: '', tries: 0, retryAt: null, uploadUrl: null };
    await mark(db, sha256, { state: 'arrived', ...done });
    return null;
  }
  if (delivery.kind !== 'refused') {
    await mark(db, sha256, { state: 'waiting' });
    return delivery.kind === 'held' ? null : delivery;
  }
  const retryAt = delivery.final ? null : now() + backOffMs(tries + 3, random());
  const { message } = delivery.failure;
  await mark(db, sha256, { state: 'failed', error: message, tries: tries + 1, retryAt });
  return null;
}

async function noteDelivery(
  { db, now }: PhotoSender,
  { bytes }: BlobRow,
  delivery: Delivery,
  from: number,
): Promise<void> {
  const at = Math.round(now());
  const event = { kind: 'photo', at, ms: Math.max(0, at - Math.round(from)) } as const;
  if (delivery.kind === 'done') return note(db, { ...event, code: 'ok', bytes });
  const held = delivery.kind === 'held' || delivery.kind === 'offline';
  return note(db, { ...event, code: held ? delivery.kind : delivery.failure.code });
}

async function mark(db: LocalDatabase, sha256: string, change: Partial<BlobRow>): Promise<void> {
  await changeBlob(db, sha256, () => change);
}
