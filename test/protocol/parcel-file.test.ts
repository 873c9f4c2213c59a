/** The file 离线包: it opens whole, with its passphrase, or not at all. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { browserTools, sourceOf } from '../../src/client/store/parcel-tools.ts';
import { type ParcelAbout, ParcelTrouble } from '../../src/protocol/parcel.ts';
import {
  type Content,
  FRAME_HEAD_BYTES,
  HEAD_BYTES,
  joined,
  readFrameHead,
} from '../../src/protocol/parcel-file.ts';
import type { Bytes, Surroundings } from '../../src/protocol/parcel-lock.ts';
import { type OpenParcel, openParcel, type Source } from '../../src/protocol/parcel-open.ts';
import { writeParcel } from '../../src/protocol/parcel-write.ts';
import { PROTOCOL } from '../../src/protocol/sync.ts';

const PASSPHRASE = '东沙坡上的第九棵柳树';
const CLIENT = '00000000-0000-7000-8000-00000000c001';

const about: ParcelAbout = {
  origin: {
    protocol: PROTOCOL,
    officeId: 'office',
    accountId: 'account-i1',
    clientId: CLIENT,
    madeAt: 1_700_000_000_000,
    lastSeq: 2,
    report: {
      deviceId: CLIENT,
      label: '平板',
      appVersion: 'test',
      unsent: 2,
      unsentPhotos: 3,
      unsentSince: null,
      refused: 0,
      storageFree: null,
      storageError: null,
    },
  },
  accountName: '督查员一',
  officeName: '示例市精神文明创建中心',
  counts: { deeds: 2, photos: 3, refused: 0, drafts: 1, keptPhotos: 1 },
};

const deed = (seq: number) => ({ seq, name: 'x', args: {}, at: 1, offset: 0, title: '登记问题' });
const deeds = (seq: number, seal: string | null): Content => ({
  kind: 'deeds',
  text: JSON.stringify({ origin: about.origin, deeds: [deed(seq)] }),
  seal,
});
const picture = (kind: 'photo' | 'kept-photo', nth: number): Content => ({
  kind,
  sha256: `${nth}`.repeat(64),
  // Of one length, so that a swap of two changes nothing else.
  jpeg: new Uint8Array(500).fill(nth),
});
const CONTENTS: readonly Content[] = [
  deeds(1, 'ab'.repeat(32)),
  deeds(2, null),
  { kind: 'kept', text: JSON.stringify({ refused: [], drafts: [{ text: '没写完' }] }) },
  picture('photo', 1),
  picture('photo', 2),
  picture('photo', 3),
  picture('kept-photo', 4),
];

/** Stretching a passphrase is slow on purpose; each is stretched once here. */
function quickTools(): Surroundings<CryptoKey> {
  const { subtle, utf8 } = browserTools();
  const known = new Map<string, Promise<ArrayBuffer>>();
  const words = new WeakMap<CryptoKey, string>();
  return {
    utf8,
    subtle: {
      digest: (algorithm, bytes) => subtle.digest(algorithm, bytes),
      encrypt: (algorithm, key, bytes) => subtle.encrypt(algorithm, key, bytes),
      decrypt: (algorithm, key, bytes) => subtle.decrypt(algorithm, key, bytes),
      async importKey(format, bytes, algorithm, extractable, usages) {
        const key = await subtle.importKey(format, bytes, algorithm, extractable, usages);
        words.set(key, `${bytes}`);
        return key;
      },
      deriveBits(algorithm, key, bits) {
        if (algorithm.name !== 'PBKDF2') return subtle.deriveBits(algorithm, key, bits);
        const name = `${algorithm.salt} ${algorithm.iterations} ${words.get(key)}`;
        const derived = known.get(name) ?? subtle.deriveBits(algorithm, key, bits);
        known.set(name, derived);
        return derived;
      },
    },
  };
}

const tools = quickTools();
let file: Bytes;
let frames: readonly Bytes[];

async function written(salt: number, contents: readonly Content[]): Promise<Bytes> {
  async function* stream() {
    yield* contents;
  }
  const secret = { passphrase: PASSPHRASE, salt: new Uint8Array(16).fill(salt) };
  const pieces: Bytes[] = [];
  for await (const piece of writeParcel(tools, secret, about, stream())) pieces.push(piece);
  return joined(...pieces);
}

beforeAll(async () => {
  file = await written(1, CONTENTS);
  frames = framesIn(file);
});

function framesIn(bytes: Bytes): Bytes[] {
  const found: Bytes[] = [];
  for (let at = HEAD_BYTES; at < bytes.length; ) {
    const { length } = readFrameHead(bytes.slice(at, at + FRAME_HEAD_BYTES));
    found.push(bytes.slice(at, at + FRAME_HEAD_BYTES + length));
    at += FRAME_HEAD_BYTES + length;
  }
  return found;
}

const head = () => file.slice(0, HEAD_BYTES);
const open = (bytes: Bytes, passphrase = PASSPHRASE): Promise<OpenParcel> =>
  openParcel(tools, sourceOf(new Blob([bytes])), passphrase);

/** Why it does not open; '' where it does. */
async function troubleOf(bytes: Bytes, passphrase = PASSPHRASE): Promise<string> {
  try {
    await open(bytes, passphrase);
    return '';
  } catch (error) {
    if (error instanceof ParcelTrouble) return error.code;
    throw error;
  }
}

async function contentsOf(parcel: OpenParcel): Promise<Content[]> {
  const found: Content[] = [];
  for await (const content of parcel.contents()) found.push(content);
  return found;
}

test('what was written is read, as often as it is asked for', async () => {
  const parcel = await open(file);
  expect(parcel.about).toEqual(about);
  expect(await contentsOf(parcel)).toEqual(CONTENTS);
  expect(await contentsOf(parcel)).toEqual(CONTENTS);
});

test('nothing of it can be read without the passphrase', () => {
  const text = Buffer.from(file).toString('latin1');
  for (const word of ['office', 'account-i1', CLIENT, 'seq']) expect(text).not.toContain(word);
  expect(Buffer.from(file).includes(Buffer.from('督查员一'))).toBe(false);
});

test('another passphrase is told from a damaged file', async () => {
  expect(await troubleOf(file, `${PASSPHRASE}！`)).toBe('passphrase-wrong');
  expect(await troubleOf(file, '')).toBe('passphrase-wrong');
});

test('the same passphrase typed on another keyboard opens it', async () => {
  const secret = { passphrase: 'ＡＢＣ１２３４５６７ ', salt: new Uint8Array(16).fill(7) };
  async function* stream() {
    yield* CONTENTS;
  }
  const pieces: Bytes[] = [];
  for await (const piece of writeParcel(tools, secret, about, stream())) pieces.push(piece);
  expect(await troubleOf(joined(...pieces), 'ABC1234567')).toBe('');
});

test('the passphrase is stretched 600 000 times, over a salt of its own', () => {
  const view = new DataView(file.buffer);
  expect(view.getUint32(8)).toBe(600_000);
  expect(file.slice(12, 28)).toEqual(new Uint8Array(16).fill(1));
});

test('a file that was cut does not open, wherever it was cut', async () => {
  expect(await troubleOf(file.slice(0, 20))).toBe('not-a-parcel');
  let at = HEAD_BYTES;
  for (const frame of frames) {
    for (const cut of [at, at + 3, at + FRAME_HEAD_BYTES, at + frame.length - 1]) {
      expect(await troubleOf(file.slice(0, cut)), `cut at ${cut}`).toBe('parcel-cut');
    }
    at += frame.length;
  }
});

test('frames that were swapped, left out or doubled do not open', async () => {
  const [first, deeds1, deeds2, kept, one, two, three, ...rest] = frames;
  if (!first || !deeds1 || !deeds2 || !kept || !one || !two || !three) throw new Error('too few');
  const orders = {
    'photos swapped': [first, deeds1, deeds2, kept, two, one, three, ...rest],
    'deeds swapped': [first, deeds2, deeds1, kept, one, two, three, ...rest],
    'a photo left out': [first, deeds1, deeds2, kept, one, three, ...rest],
    'a photo doubled': [first, deeds1, deeds2, kept, one, one, two, three, ...rest],
    'the beginning left out': [deeds1, deeds2, kept, one, two, three, ...rest],
    'the end put first': [...rest.slice(-1), first, deeds1],
  };
  for (const [what, order] of Object.entries(orders)) {
    expect(await troubleOf(joined(head(), ...order)), what).toBe('parcel-damaged');
  }
});

test('a frame of another file under the same passphrase does not pass', async () => {
  const other = framesIn(await written(2, CONTENTS));
  for (const nth of frames.keys()) {
    const mixed = frames.map((frame, index) => (index === nth ? (other[nth] ?? frame) : frame));
    expect(await troubleOf(joined(head(), ...mixed)), `frame ${nth}`).toBe('parcel-damaged');
  }
});

test('what stands behind the end does not pass', async () => {
  expect(await troubleOf(joined(file, new Uint8Array(1)))).toBe('parcel-damaged');
  expect(await troubleOf(joined(file, ...frames.slice(-1)))).toBe('parcel-damaged');
});

test('a file that holds less than it says does not pass', async () => {
  expect(await troubleOf(await written(3, CONTENTS.slice(0, -1)))).toBe('parcel-damaged');
  expect(await troubleOf(await written(4, CONTENTS.slice(1)))).toBe('parcel-damaged');
});

test('one changed bit anywhere is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: file.length - 1 }),
      fc.integer({ min: 0, max: 7 }),
      async (at, bit) => {
        const changed = file.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const trouble = await troubleOf(changed);
        const told = ['not-a-parcel', 'parcel-newer', 'parcel-damaged', 'parcel-cut'];
        expect(told).toContain(trouble);
      },
    ),
    { numRuns: 300 },
  );
});

test('a file of a newer program says so, and anything else is no such file', async () => {
  const newer = file.slice();
  newer[7] = 2;
  expect(await troubleOf(newer)).toBe('parcel-newer');
  expect(await troubleOf(new TextEncoder().encode('PK 这是另一种文件'.repeat(20)))).toBe(
    'not-a-parcel',
  );
  expect(await troubleOf(new Uint8Array(0))).toBe('not-a-parcel');
});

test('no more than one frame is read at once, whatever a file says of itself', async () => {
  const asked: number[] = [];
  const whole = sourceOf(new Blob([file]));
  const watched: Source = {
    size: whole.size,
    read(from, to) {
      asked.push(to - from);
      return whole.read(from, to);
    },
  };
  const parcel = await openParcel(tools, watched, PASSPHRASE);
  await contentsOf(parcel);
  expect(Math.max(...asked)).toBeLessThanOrEqual(Math.max(...frames.map((frame) => frame.length)));

  const huge = file.slice();
  new DataView(huge.buffer).setUint32(HEAD_BYTES, 4_000_000_000);
  const endless: Source = { size: 8_000_000_000, read: async (from, to) => huge.slice(from, to) };
  const trouble = await openParcel(tools, endless, PASSPHRASE).catch((error) => error);
  expect(trouble).toMatchObject({ code: 'parcel-damaged' });
});

test('two files are told apart, and one is known again', async () => {
  const again = await open(file);
  expect((await open(file)).digest).toBe(again.digest);
  expect((await open(await written(5, CONTENTS))).digest).not.toBe(again.digest);
});
