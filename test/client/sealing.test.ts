/** This device's key, and what it says of a QR by itself, against a real office. */
import { get } from 'idb-keyval';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { keyOf, recallKey } from '../../src/client/seal/device-key.ts';
import { judgeHere } from '../../src/client/seal/judge-here.ts';
import { enrolKey } from '../../src/client/seal/keep-signer.ts';
import { signPaper } from '../../src/client/seal/sign-paper.ts';
import { makeKey } from '../../src/client/seal/web-keys.ts';
import { sayNumber } from '../../src/domain/notice-number.ts';
import type { OfficeRow } from '../../src/protocol/rows/index.ts';
import { encodeSeal } from '../../src/protocol/seal-payload.ts';
import { deed } from '../support/city-work.ts';
import { lineOf, today } from '../support/line.ts';
import { emptyStorage } from '../support/own-storage.ts';
import { RawClient } from '../support/raw-client.ts';
import { payloadOf, SealedOffice } from '../support/sealed-office.ts';
import { record, sealWith, testKey } from '../support/sealing.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { readyTablet, type Tablet } from '../support/tablet.ts';

const NUMBER = { agency: '榆文明督', year: 2026, seq: 7 };

let server: TestServer;
let tablet: Tablet;
let other: SealedOffice;

beforeAll(async () => {
  server = await startTestServer();
  const person = await server.signIn('inspector1');
  tablet = await readyTablet(lineOf(person).office, today(), person.session);
  other = await SealedOffice.open(server, 'inspector2');
});
afterAll(async () => {
  await tablet.close();
  await server.end();
});
beforeEach(emptyStorage);
afterEach(() => vi.restoreAllMocks());

async function enrolled(): Promise<string> {
  const { db, author } = tablet;
  const { officeId, clientId, actor } = author;
  const { accountId } = actor;
  const asked: string[] = [];
  const person = await server.signIn('inspector1');
  const result = await enrolKey({ db, officeId, clientId, accountId }, (path, init) => {
    asked.push(String(init.body));
    const headers = { ...Object(init.headers), cookie: person.cookie };
    return fetch(server.url + path, { ...init, headers });
  });
  await tablet.sync();
  // What left the device: its public half, and a proof.
  for (const body of asked) {
    expect(Object.keys(JSON.parse(body)).toSorted()).toEqual([
      'algorithm',
      'clientId',
      'possession',
      'publicKey',
    ]);
  }
  return result;
}

async function office(): Promise<OfficeRow> {
  const row = await tablet.db.office.get(tablet.author.officeId);
  if (!row) throw new Error('the office is not here');
  return row;
}

const judge = async (scanned: string, inHand: string | null = null) => {
  const judged = await judgeHere(tablet.db, await office(), { scanned, inHand });
  return judged.judgement?.reason;
};

test.each(['Ed25519', 'ES256'] as const)(
  'the private half of an %s key leaves by no way',
  async (algorithm) => {
    const { secret } = await makeKey(algorithm);
    for (const format of ['pkcs8', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(format, secret)).rejects.toThrow();
    }
    expect(secret.extractable).toBe(false);
    expect(JSON.stringify(secret)).toBe('{}');
  },
);

test('a store makes one key, finds it again, and another store does not', async () => {
  const key = await keyOf('i1', 'c1');
  expect(key.algorithm).toBe('Ed25519');
  expect((await keyOf('i1', 'c1')).keyId).toBe(key.keyId);
  expect(await recallKey('i1', 'c2')).toBeNull();
  expect(await recallKey('i2', 'c1')).toBeNull();
  expect((await keyOf('i1', 'c2')).keyId).not.toBe(key.keyId);
});

test('a browser without Ed25519 makes a P-256 key', async () => {
  const generate = crypto.subtle.generateKey.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(async (...said: unknown[]) => {
    const [algorithm] = said;
    if (JSON.stringify(algorithm).includes('Ed25519'))
      throw new DOMException('', 'NotSupportedError');
    return Reflect.apply(generate, crypto.subtle, said);
  });
  const key = await keyOf('i1', 'c1');
  expect(key.algorithm).toBe('ES256');
});

test('before the office has certified its key a device signs nothing; from then on it does', async () => {
  expect(await signPaper(tablet.author, NUMBER, record())).toBeNull();
  const { actor, clientId } = tablet.author;
  const key = await keyOf(actor.accountId, clientId);
  expect(await signPaper(tablet.author, NUMBER, record())).toBeNull();
  expect(await enrolled()).toBe('certified');
  const seal = await signPaper(tablet.author, NUMBER, record());
  expect(seal?.keyId).toBe(key.keyId);
  expect(await enrolled()).toBe('known');
  const kept: unknown = await get(`xundian-signing-key.${actor.accountId}`);
  expect(JSON.stringify(kept)).not.toContain('"d"');
});

test('without the network a device tells the verdicts apart as the office does', async () => {
  const key = await testKey('Ed25519');
  await other.enrol(key);
  const good = await other.sealed(key);
  const spent = await other.sealed(key);
  const supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
  await supervisor.sync();
  await supervisor.sync([deed(1, 'notice.void', { id: spent.id, reason: '有误' })]);
  await tablet.sync();
  const payload = payloadOf(good.row);
  const scanned = encodeSeal(payload);

  expect(await judge(`${server.url}/v#${scanned}`)).toBe('genuine');
  expect(await judge(scanned, sayNumber(good.number))).toBe('genuine');
  expect(await judge(scanned, sayNumber(spent.number))).toBe('copied');
  expect(await judge(encodeSeal({ ...payload, problems: 7 }))).toBe('broken');
  expect(await judge(encodeSeal(payloadOf(spent.row)))).toBe('voided');
  expect(await judge('https://shop/p')).toBe('foreign');
  const stranger = await testKey('ES256');
  const forged = { ...payload, ...(await sealWith(stranger, good.number, record())) };
  expect(await judge(encodeSeal(forged))).toBe('stranger');

  const number = await other.draw();
  const seal = await sealWith(key, number, record());
  const later = encodeSeal(payloadOf({ ...good.row, number, record: record(), seal }));
  expect(await judge(later)).toBe('unbooked');
  await other.revoke('平板丢失');
  await tablet.sync();
  expect(await judge(later)).toBe('revoked');
  expect(await judge(scanned)).toBe('genuine');
});

test('a signer’s row that the office never certified is a stranger’s', async () => {
  const stranger = await testKey('Ed25519');
  const [known] = await tablet.db.signer.toArray();
  if (!known) throw new Error('no signer is here');
  const { keyId, algorithm, publicKey } = stranger;
  await tablet.db.signer.put({ ...known, id: keyId, algorithm, publicKey, revokedAt: null });
  const of = record();
  const seal = await sealWith(stranger, NUMBER, of);
  const [row] = await tablet.db.notice.toArray();
  if (!row) throw new Error('no notice is here');
  expect(await judge(encodeSeal(payloadOf({ ...row, number: NUMBER, record: of, seal })))).toBe(
    'stranger',
  );
});
