/**
 * 导出离线包: everything of this store that the office does not have, into one
 * locked file, without the network. Nothing of the store is changed by it.
 */
import type { ParcelAbout, ParcelDeed, ParcelKept, ParcelOrigin } from '../../protocol/parcel.ts';
import { type Content, SALT_BYTES } from '../../protocol/parcel-file.ts';
import { writeParcel } from '../../protocol/parcel-write.ts';
import { PROTOCOL } from '../../protocol/sync.ts';
import { UNSENT } from '../sync/custody.ts';
import { buildRequest, type DeviceFacts, MAX_PUSH_BYTES } from '../sync/request.ts';
import type { Author } from './author.ts';
import type { LocalDatabase } from './database.ts';
import { readHead } from './head.ts';
import { photosNamed } from './named-photos.ts';
import { browserTools, bytesOf, sealText } from './parcel-tools.ts';
import { listRefused } from './refused.ts';
import type { DraftRow, OutboxRow, RefusedRow } from './tables.ts';

export interface Packing {
  readonly author: Author;
  readonly device: DeviceFacts;
  readonly appVersion: string;
  readonly passphrase: string;
  /** Hex; null where the office has lent none yet. */
  readonly sealKey: string | null;
  onProgress(done: number, of: number): void;
}

export interface Packed {
  readonly file: Blob;
  readonly about: ParcelAbout;
  /** Photos that are known here and whose bytes are not: they are in no file. */
  readonly missing: number;
}

export async function packParcel(packing: Packing): Promise<Packed> {
  const { author, passphrase, onProgress } = packing;
  const held = await readHoldings(author.db);
  const about = await aboutOf(packing, held);
  const secret = { passphrase, salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)) };
  // Each piece goes to the browser's own keeping, so that the page never holds all of them.
  const pieces: Blob[] = [];
  const of = held.photos.length + held.keptPhotos.length;
  const contents = contentsOf(packing, about.origin, held, (done) => onProgress(done, of));
  for await (const bytes of writeParcel(browserTools(), secret, about, contents)) {
    pieces.push(new Blob([bytes]));
  }
  const file = new Blob(pieces, { type: 'application/octet-stream' });
  return { file, about, missing: held.missing };
}

interface Holdings {
  readonly outbox: readonly OutboxRow[];
  readonly refused: readonly RefusedRow[];
  readonly drafts: readonly DraftRow[];
  /** Hashes. */
  readonly photos: readonly string[];
  readonly keptPhotos: readonly string[];
  readonly missing: number;
}

async function readHoldings(db: LocalDatabase): Promise<Holdings> {
  // Deeds first: what is taken meanwhile may lack its photo here, never the photo its deed.
  const outbox = await db.outbox.orderBy('seq').toArray();
  const [refused, drafts, blobs, bytes] = await Promise.all([
    listRefused(db),
    db.draft.toArray(),
    db.blob.where('state').notEqual('arrived').sortBy('takenAt'),
    db.jpeg.toCollection().primaryKeys(),
  ]);
  const here = new Set(bytes);
  const named = new Set([...refused.map((row) => row.args), ...drafts].flatMap(photosNamed));
  const wanted = blobs.filter(({ state, sha256 }) => UNSENT.includes(state) || named.has(sha256));
  const found = wanted.filter(({ sha256 }) => here.has(sha256));
  return {
    outbox,
    refused,
    drafts,
    photos: found.filter(({ state }) => UNSENT.includes(state)).map(({ sha256 }) => sha256),
    keptPhotos: found.filter(({ state }) => state === 'held').map(({ sha256 }) => sha256),
    missing: wanted.length - found.length,
  };
}

async function aboutOf({ author, device, appVersion }: Packing, held: Holdings) {
  const { db, actor, officeId, clientId } = author;
  const [head, office] = await Promise.all([readHead(db), db.office.get(officeId)]);
  // As the next round trip would have said it.
  const { device: report } = await buildRequest(author, device, appVersion, []);
  const origin: ParcelOrigin = {
    protocol: PROTOCOL,
    officeId,
    accountId: actor.accountId,
    clientId,
    madeAt: Math.round(author.now() + (head.offset ?? 0)),
    lastSeq: held.outbox.at(-1)?.seq ?? 0,
    report,
  };
  return {
    origin,
    accountName: actor.name,
    officeName: office?.name ?? '',
    counts: {
      deeds: held.outbox.length,
      photos: held.photos.length,
      refused: held.refused.length,
      drafts: held.drafts.length,
      keptPhotos: held.keptPhotos.length,
    },
  };
}

async function* contentsOf(
  { author, sealKey }: Packing,
  origin: ParcelOrigin,
  held: Holdings,
  onPhoto: (done: number) => void,
): AsyncGenerator<Content> {
  for (const deeds of parts(held.outbox)) {
    const text = JSON.stringify({ origin, deeds });
    yield { kind: 'deeds', text, seal: sealKey === null ? null : await sealText(sealKey, text) };
  }
  if (held.refused.length + held.drafts.length > 0) {
    yield { kind: 'kept', text: JSON.stringify(keptOf(held)) };
  }
  let done = 0;
  for (const [kind, hashes] of [
    ['photo', held.photos],
    ['kept-photo', held.keptPhotos],
  ] as const) {
    for (const sha256 of hashes) {
      const row = await author.db.jpeg.get(sha256);
      if (!row) throw new Error('a photo went while it was being exported');
      yield { kind, sha256, jpeg: await bytesOf(row.jpeg) };
      done += 1;
      onPhoto(done);
    }
  }
}

/** As much in a part as travels in one push; at least one part, since it says whose file it is. */
function* parts(outbox: readonly OutboxRow[]): Generator<ParcelDeed[]> {
  let part: ParcelDeed[] = [];
  let size = 0;
  for (const { seq, name, args, at, offset, title } of outbox) {
    const more = JSON.stringify(args).length + title.length;
    if (part.length === MOST_DEEDS || (part.length > 0 && size + more > MAX_PUSH_BYTES / 2)) {
      yield part;
      part = [];
      size = 0;
    }
    part.push({ seq, name, args, at, offset, title });
    size += more;
  }
  yield part;
}

/** A part is one transaction of the office's, which others wait for. */
const MOST_DEEDS = 200;

function keptOf({ refused, drafts }: Holdings): ParcelKept {
  return {
    refused: refused.map(({ title, name, args, at, offset, code, detail }) => ({
      title,
      name,
      args,
      at: at + offset,
      code,
      detail,
    })),
    drafts: [...drafts],
  };
}
