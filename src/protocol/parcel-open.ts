/**
 * Opening a 离线包: see parcel-file.ts. Nothing of a file is believed before all of
 * it is known to be sound; it is read twice so that one frame at a time is enough.
 */
import type * as z from 'zod/mini';
import { ParcelAbout, ParcelCounts, ParcelDeeds, ParcelKept, ParcelTrouble } from './parcel.ts';
import {
  type Content,
  FRAME_HEAD_BYTES,
  HASH_BYTES,
  HEAD_BYTES,
  hashOf,
  hex,
  isSame,
  joined,
  KIND,
  readFrameHead,
  readHead,
  VERSION,
} from './parcel-file.ts';
import { type Bytes, type Lock, lockOf, type Surroundings } from './parcel-lock.ts';

/** More than the largest photo that the office takes, and read into memory at once. */
const MAX_FRAME_BYTES = 24 * 1024 * 1024;
/** Beyond this a file would only keep a machine busy. */
const MAX_ITERATIONS = 10_000_000;

/** A file, wherever it lies. */
export interface Source {
  readonly size: number;
  read(from: number, to: number): Promise<Bytes>;
}

export interface OpenParcel {
  readonly about: ParcelAbout;
  /** 64 hex digits. */
  readonly digest: string;
  /** What it holds, one after another. */
  contents(): AsyncGenerator<Content>;
}

/** Opens a file that is sound from its first byte to its last; throws a ParcelTrouble otherwise. */
export async function openParcel<Key>(
  around: Surroundings<Key>,
  source: Source,
  passphrase: string,
  onProgress: (read: number) => void = () => undefined,
): Promise<OpenParcel> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const lock = await unlock(around, head, passphrase);
  const reading = { around, source, head, lock };
  const counts = { deeds: 0, photos: 0, refused: 0, drafts: 0, keptPhotos: 0 };
  let digest = await hashOf(around, head);
  let about: ParcelAbout | null = null;
  for await (const { raw, kind, body, end } of framesOf(reading)) {
    digest = await hashOf(around, digest, raw);
    const json = <T>(schema: z.ZodMiniType<T>, from = 0) => parsed(around, schema, body, from);
    if ((about === null) !== (kind === KIND.about)) damaged();
    if (kind === KIND.about) about = json(ParcelAbout);
    if (kind === KIND.deeds) counts.deeds += json(ParcelDeeds, HASH_BYTES).deeds.length;
    if (kind === KIND.photo) counts.photos += 1;
    if (kind === KIND.keptPhoto) counts.keptPhotos += 1;
    if (kind === KIND.kept) {
      const { refused, drafts } = json(ParcelKept);
      counts.refused += refused.length;
      counts.drafts += drafts.length;
    }
    if (kind === KIND.end && !agree(json(ParcelCounts), counts)) damaged();
    onProgress(end);
  }
  if (about === null) return damaged();
  return { about, digest: hex(digest), contents: () => contentsOf(reading) };
}

async function unlock<Key>(
  around: Surroundings<Key>,
  bytes: Bytes,
  passphrase: string,
): Promise<Lock> {
  const head = await readHead(around, bytes);
  if (!head) throw new ParcelTrouble('not-a-parcel');
  if (head.version > VERSION) throw new ParcelTrouble('parcel-newer');
  if (!head.sound || head.version < 1 || head.iterations > MAX_ITERATIONS) damaged();
  const lock = await lockOf(around, passphrase, head.salt, head.iterations);
  if (!isSame(lock.check, head.check)) throw new ParcelTrouble('passphrase-wrong');
  return lock;
}

interface Reading<Key> {
  readonly around: Surroundings<Key>;
  readonly source: Source;
  readonly head: Bytes;
  readonly lock: Lock;
}

interface Frame {
  readonly raw: Bytes;
  readonly kind: number;
  readonly body: Bytes;
  /** Where it ends in the file. */
  readonly end: number;
}

/** Every frame up to the end, which must be where the file ends. */
async function* framesOf<Key>({ source, head, lock }: Reading<Key>): AsyncGenerator<Frame> {
  let at = HEAD_BYTES;
  for (let nth = 0, last = false; !last; nth += 1) {
    const start = await readWhole(source, at, FRAME_HEAD_BYTES);
    const { length, mark } = readFrameHead(start);
    if (length > MAX_FRAME_BYTES || mark > 1) damaged();
    last = mark === 1;
    const locked = await readWhole(source, at + FRAME_HEAD_BYTES, length);
    const plain = await lock.open({ head, nth, last }, locked);
    if (plain === null) return damaged();
    at += FRAME_HEAD_BYTES + length;
    const [kind = 0] = plain;
    if (last !== (kind === KIND.end) || (last && at !== source.size)) damaged();
    yield { raw: joined(start, locked), kind, body: plain.slice(1), end: at };
  }
}

async function* contentsOf<Key>(reading: Reading<Key>): AsyncGenerator<Content> {
  const { utf8 } = reading.around;
  for await (const { kind, body } of framesOf(reading)) {
    const named = () => hex(body.slice(0, HASH_BYTES));
    if (kind === KIND.kept) yield { kind: 'kept', text: utf8.decode(body) };
    if (kind === KIND.photo || kind === KIND.keptPhoto) {
      const jpeg = body.slice(HASH_BYTES);
      yield { kind: kind === KIND.photo ? 'photo' : 'kept-photo', sha256: named(), jpeg };
    }
    if (kind !== KIND.deeds) continue;
    const sealed = body.slice(0, HASH_BYTES).some((byte) => byte !== 0);
    const text = utf8.decode(body.slice(HASH_BYTES));
    yield { kind: 'deeds', text, seal: sealed ? named() : null };
  }
}

async function readWhole(source: Source, from: number, length: number): Promise<Bytes> {
  if (from + length > source.size) throw new ParcelTrouble('parcel-cut');
  return source.read(from, from + length);
}

/** What was locked by this program and does not parse was made by one that writes it otherwise. */
function parsed<Key, T>(
  { utf8 }: Surroundings<Key>,
  schema: z.ZodMiniType<T>,
  body: Bytes,
  from: number,
): T {
  try {
    const said = schema.safeParse(JSON.parse(utf8.decode(body.slice(from))));
    if (said.success) return said.data;
  } catch {
    return damaged();
  }
  return damaged();
}

function agree(said: ParcelCounts, counted: ParcelCounts): boolean {
  return (
    said.deeds === counted.deeds &&
    said.photos === counted.photos &&
    said.refused === counted.refused &&
    said.drafts === counted.drafts &&
    said.keptPhotos === counted.keptPhotos
  );
}

function damaged(): never {
  throw new ParcelTrouble('parcel-damaged');
}
