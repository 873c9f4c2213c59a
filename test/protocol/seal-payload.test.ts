import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/civil.ts';
import { fromBase64url, fromUtf8, toBase64url, toUtf8 } from '../../src/protocol/base64url.ts';
import { decodeSeal, encodeSeal, qrOf, readSeal } from '../../src/protocol/seal-payload.ts';
import { type SealPayload, saysSame, sealedText, sealFacts } from '../../src/protocol/sealed.ts';
import { record } from '../support/sealing.ts';

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((b) => Buffer.from(b).toString('hex'));
const words = (max: number) =>
  fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: max })
    .filter((text) => [...text].length <= max && Buffer.byteLength(text) <= max * 4);

const payloads: fc.Arbitrary<SealPayload> = fc.record({
  number: fc.record({
    agency: words(20).filter((text) => Buffer.byteLength(text) <= 80),
    year: fc.integer({ min: 2000, max: 2999 }),
    seq: fc.integer({ min: 1, max: 999_999 }),
  }),
  unit: words(30).filter((text) => Buffer.byteLength(text) <= 120),
  date: fc.integer({ min: 0, max: 65_535 }).map((days) => addDays('2000-01-01', days)),
  problems: fc.integer({ min: 0, max: 200 }),
  digest: hex(32),
  keyId: hex(16),
  signature: fc.uint8Array({ minLength: 64, maxLength: 64 }).map(toBase64url),
});

const NUMBER = { agency: '榆文明督', year: 2026, seq: 142 };
const SEAL = { keyId: 'ab'.repeat(16), digest: 'cd'.repeat(32), signature: 'A'.repeat(86) };

test('base64url and UTF-8 are those that everybody else writes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ unit: 'binary' }), (bytes, text) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      expect(Buffer.from(toUtf8(text))).toEqual(Buffer.from(text, 'utf8'));
      expect(fromUtf8(toUtf8(text))).toBe(Buffer.from(text, 'utf8').toString('utf8'));
    }),
  );
});

test('what a QR says comes back as it was written', () => {
  fc.assert(
    fc.property(payloads, (payload) => {
      expect(decodeSeal(encodeSeal(payload))).toEqual({ ok: true, payload });
    }),
  );
});

test('a payload has one form: whatever decodes is what would be written', () => {
  fc.assert(
    fc.property(
      payloads,
      fc.oneof(fc.nat(), fc.constant(-1)),
      fc.integer({ min: 1, max: 63 }),
      (payload, at, turn) => {
        const text = encodeSeal(payload);
        const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        // The last letter has bits to spare.
        const place = at < 0 ? text.length - 1 : at % text.length;
        const other = letters.charAt(letters.indexOf(text.charAt(place)) ^ turn);
        const spoilt = text.slice(0, place) + other + text.slice(place + 1);
        const read = decodeSeal(spoilt);
        if (read.ok) {
          expect(encodeSeal(read.payload)).toBe(spoilt);
          expect(read.payload).not.toEqual(payload);
        }
      },
    ),
  );
});

test('anything at all may be scanned, and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
      expect(typeof readSeal(text).ok).toBe('boolean');
    }),
    { numRuns: 1000 },
  );
  expect(readSeal('')).toEqual({ ok: false, why: 'foreign' });
  expect(readSeal('http://shop.example/p?id=1')).toEqual({ ok: false, why: 'foreign' });
});

test('a QR of a later version is called that', () => {
  const [, ...rest] =
    fromBase64url(encodeSeal({ ...sealFacts(NUMBER, record(), SEAL), ...SEAL })) ?? [];
  const later = toBase64url(Uint8Array.from([2, ...rest]));
  expect(decodeSeal(later)).toEqual({ ok: false, why: 'newer' });
});

test('the QR of a usual notice is short enough to print, and of the longest names still fits', () => {
  const usual = encodeSeal({ ...sealFacts(NUMBER, record(), SEAL), ...SEAL });
  expect(usual.length).toBeLessThan(250);
  const long = record({ unitName: '坬墕崄堃𬭎'.repeat(40) });
  const longest = encodeSeal({ ...sealFacts(NUMBER, long, SEAL), ...SEAL });
  expect(longest.length).toBeLessThanOrEqual(350);
  expect(sealFacts(NUMBER, long, SEAL).unit).toMatch(/^.{29}…$/u);
});

test('the address of the QR keeps what it says to the browser: behind the hash', () => {
  const notice = { number: NUMBER, record: record({ address: 'https://office/' }), seal: SEAL };
  const qr = qrOf(notice) ?? '';
  expect(qr).toMatch(/^https:\/\/office\/v#[\w-]+$/);
  const read = readSeal(qr);
  expect(read.ok && read.payload).toMatchObject({
    number: NUMBER,
    problems: 2,
    date: '2026-11-26',
  });
  for (const lack of [{ number: null }, { seal: null }, { record: null }]) {
    expect(qrOf({ ...notice, ...lack })).toBeNull();
  }
  expect(qrOf({ ...notice, record: record({ address: '' }) })).toBeNull();
});

test('what is sealed does not hang on the order in which a record was written', () => {
  const one = record();
  const reversed = record();
  const other = Object.fromEntries(Object.entries(reversed).reverse());
  expect(sealedText(NUMBER, { ...one, ...other })).toBe(sealedText(NUMBER, one));
});

test('a change of any field of the record is a change of what is sealed', () => {
  const before = sealedText(NUMBER, record());
  for (const [field, value] of Object.entries(record())) {
    const changed = typeof value === 'string' ? `${value} ` : value === null ? NUMBER : null;
    expect(sealedText(NUMBER, { ...record(), [field]: changed }), field).not.toBe(before);
  }
  expect(sealedText({ ...NUMBER, seq: 143 }, record())).not.toBe(before);
});

test('what two QRs say is the same only where all of it is', () => {
  fc.assert(
    fc.property(payloads, payloads, (a, b) => {
      expect(saysSame(a, { ...a, keyId: b.keyId })).toBe(true);
      expect(saysSame(a, { ...a, problems: (a.problems + 1) % 200 })).toBe(false);
      if (a.unit !== b.unit) expect(saysSame(a, { ...a, unit: b.unit })).toBe(false);
    }),
  );
});
