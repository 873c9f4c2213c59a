import { afterAll, beforeAll, expect, test } from 'vitest';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { encodeSeal, qrOf, readSeal } from '../../src/protocol/seal-payload.ts';
import { certificateText } from '../../src/protocol/sealed.ts';
import { isSignedBy } from '../../src/server/signing/node-keys.ts';
import { deed, first, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { payloadOf, SealedOffice } from '../support/sealed-office.ts';
import { record, sealWith, type TestKey, testKey } from '../support/sealing.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

eachStore((kind) => {
  let server: TestServer;
  let office: SealedOffice;
  let key: TestKey;
  /** The office's clock: questions of many tests come from one address. */
  let minutes = 0;

  beforeAll(async () => {
    server = await startTestServer({
      databaseUrl: await kind.fresh(),
      now: () => Date.now() + minutes * 60_000,
    });
    office = await SealedOffice.open(server);
    key = await testKey('Ed25519');
    expect((await office.enrol(key)).status).toBe(200);
  });
  afterAll(() => server.end());

  test('the office has one key, whose private half is in no row, answer or log', async () => {
    const rows = await office.client.another().sync();
    const [secret] = await server.context.store.db.selectFrom('office_key').selectAll().execute();
    const { publicKey } = first(rows, 'office');
    expect(publicKey).toMatch(/^[\w-]{100,}$/);
    expect(secret?.secret).toMatch(/^[\w+/=]{100,}$/);
    const told = JSON.stringify([rows, server.logged, server.printed]);
    expect(told).not.toContain(secret?.secret);
    expect(told).not.toMatch(/PRIVATE KEY|"secret"/);
    const own = rowsOf(rows, 'signer').find((signer) => signer.clientId === '');
    expect(own).toMatchObject({ publicKey, algorithm: 'ES256', revokedAt: null });
  });

  test('a certified key is a row that everybody holds, with the office’s signature over it', async () => {
    const rows = await (await RawClient.signIn(server.url, 'unit-u04', server.password)).sync();
    const { id, publicKey } = first(rows, 'office');
    const signers = rowsOf(rows, 'signer');
    const own = signers.find((signer) => signer.id === key.keyId);
    expect(own).toMatchObject({ clientId: office.client.clientId, accountName: '督查员一' });
    for (const signer of signers) {
      const certificate = certificateText(id, signer);
      const by = { algorithm: 'ES256', publicKey } as const;
      expect(isSignedBy(by, certificate, signer.certificate)).toBe(true);
      const other = certificateText(id, { ...signer, accountName: '别人' });
      expect(isSignedBy(by, other, signer.certificate)).toBe(false);
    }
  });

  test.each(['Ed25519', 'ES256'] as const)(
    'what a browser signs by %s the office verifies',
    async (algorithm) => {
      const person = await SealedOffice.open(server, 'inspector2');
      const own = await testKey(algorithm);
      expect((await person.enrol(own)).status).toBe(200);
      const issued = await person.sealed(own);
      expect(issued.row.seal).toEqual(await office.notice(issued.id).then((row) => row.seal));
      expect(issued.row.seal?.keyId).toBe(own.keyId);
      expect((await office.verdict(payloadOf(issued.row))).reason).toBe('genuine');
    },
  );

  test('the same key brought twice is certified once', async () => {
    const again = await office.enrol(key);
    expect(again.status).toBe(200);
    const rows = rowsOf(await office.client.another().sync(), 'signer');
    expect(rows.filter((signer) => signer.clientId === office.client.clientId)).toEqual([
      again.signer,
    ]);
  });

  test('a key is certified to whom it belongs alone', async () => {
    const stranger = await testKey('Ed25519');
    const other = await testKey('Ed25519');
    // Somebody else's key, with a signature by one's own.
    const forged = await office.enrol(stranger, { publicKey: other.publicKey });
    expect([forged.status, forged.text]).toEqual([422, expect.stringContaining('signer-unproved')]);
    // A proof that was made for another store.
    const another = office.client.another();
    await another.sync();
    const moved = await office.enrol(stranger, { clientId: another.clientId });
    expect(moved.status).toBe(422);
    // The other algorithm's name on a key.
    expect((await office.enrol(stranger, { algorithm: 'ES256' })).status).toBe(422);
    expect((await office.enrol(stranger, { publicKey: 'AAAA' })).status).toBe(422);
    const body = {
      clientId: another.clientId,
      algorithm: 'Ed25519',
      publicKey: '',
      possession: '',
    };
    expect((await new RawClient(server.url).ask('/api/signers', { body })).status).toBe(401);
    const two = await SealedOffice.open(server, 'inspector3');
    expect((await two.enrol(key)).status).toBe(409);
  });

  test('who may not issue has no key, and a store has a few at most', async () => {
    const admin = await RawClient.signIn(server.url, 'admin', server.password);
    await admin.sync();
    const body = {
      clientId: admin.clientId,
      algorithm: 'Ed25519',
      publicKey: key.publicKey,
      possession: '',
    };
    expect((await admin.ask('/api/signers', { body })).status).toBe(403);
    const many = await SealedOffice.open(server, 'inspector3');
    const statuses: number[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      statuses.push((await many.enrol(await testKey('ES256'))).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 409]);
  });

  test('what no device has sealed, or sealed wrongly, the office seals when it arrives', async () => {
    const own = rowsOf(await office.client.another().sync(), 'signer').find(
      (signer) => signer.clientId === '',
    );
    const unsealed = await office.issue(async () => null);
    expect(unsealed.row.seal?.keyId).toBe(own?.id);
    expect((await office.verdict(payloadOf(unsealed.row))).reason).toBe('genuine');
    const uncertified = await testKey('Ed25519');
    const wrong = await office.issue((number, of) => sealWith(uncertified, number, of));
    expect(wrong.row.seal?.keyId).toBe(own?.id);
    const other = await office.issue((number) => sealWith(key, number, record()));
    expect(other.row.seal?.keyId).toBe(own?.id);
  });

  test('a QR that was changed in any one bit is never genuine', async () => {
    const { row } = await office.sealed(key);
    const text = encodeSeal(payloadOf(row));
    const bytes = Buffer.from(text, 'base64url');
    const seen = new Set<string>();
    for (let at = 0; at < bytes.length; at += 1) {
      if (at % 50 === 0) minutes += 2;
      const spoilt = Buffer.from(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8));
      seen.add((await office.verdict(spoilt.toString('base64url'))).verdict);
    }
    expect(seen).toEqual(new Set(['altered', 'unknown']));
    const facts = payloadOf(row);
    expect((await office.verdict({ ...facts, problems: 9 })).verdict).toBe('altered');
    expect((await office.verdict({ ...facts, unit: '别的单位' })).verdict).toBe('altered');
    expect((await office.verdict(text)).verdict).toBe('genuine');
  });

  test('another office, a made-up notice and another number of ours are told apart', async () => {
    minutes += 2;
    const { row, number } = await office.sealed(key);
    const stranger = await testKey('Ed25519');
    const theirs = record();
    const foreign = await sealWith(stranger, number, theirs);
    const qr = qrOf({ number, record: theirs, seal: foreign }) ?? '';
    const read = readSeal(qr);
    expect(read.ok && (await office.verdict(read.payload)).reason).toBe('stranger');
    const copied = await sealWith(stranger, number, row.record ?? theirs);
    const resigned = payloadOf({ ...row, seal: copied });
    expect((await office.verdict(resigned)).reason).toBe('resigned');
    const unused = { ...number, seq: 999_000 };
    const made = await sealWith(key, unused, theirs);
    const madeUp = payloadOf({ ...row, number: unused, record: theirs, seal: made });
    expect((await office.verdict(madeUp)).reason).toBe('unbooked');
    const twice = await sealWith(key, number, theirs);
    const second = payloadOf({ ...row, record: theirs, seal: twice });
    expect((await office.verdict(second)).reason).toBe('other');
    expect((await office.verdict('AQIDBA')).reason).toBe('foreign');
    const { verdict } = await office.verdict(payloadOf(row), { fileNumber: '榆文明督〔2020〕1号' });
    expect(verdict).toBe('copied');
  });

  test('a file is compared with what the record gives; where that cannot be made, it is said', async () => {
    minutes += 2;
    const { row, number } = await office.sealed(key);
    const payload = payloadOf(row);
    const fileSha256 = 'f'.repeat(64);
    const fileNumber = sayNumber(number);
    const asked = await office.verdict(payload, { fileSha256, fileNumber });
    expect(['uncompared', 'changed']).toContain(asked.reason);
    expect((await office.verdict(payload, { fileSha256, fileNumber: null })).verdict).toBe(
      'altered',
    );
  });

  test('a voided notice says when and why, and not what it was about', async () => {
    minutes += 2;
    const { row, id } = await office.sealed(key);
    const supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    await supervisor.sync();
    await supervisor.sync([deed(1, 'notice.void', { id, reason: '主送单位有误' })]);
    const { verdict, answer } = await office.verdict(payloadOf(row));
    expect(verdict).toBe('voided');
    expect(answer).toEqual({
      reason: 'voided',
      at: (await office.notice(id)).voidedAt,
      voidReason: '主送单位有误',
    });
  });

  test('after a device’s key is revoked its notices in the books stay genuine, and no other is', async () => {
    minutes += 2;
    const lost = await SealedOffice.open(server, 'inspector1');
    const own = await testKey('ES256');
    await lost.enrol(own);
    const before = await lost.sealed(own);
    expect((await lost.revoke('', 'supervisor')).status).toBe(400);
    expect((await lost.revoke('平板丢失', 'inspector2')).status).toBe(403);
    expect((await lost.revoke('平板丢失', 'supervisor')).status).toBe(200);
    expect((await lost.revoke('再来一次', 'admin')).status).toBe(404);
    const signer = rowsOf(await office.client.another().sync(), 'signer').find(
      ({ id }) => id === own.keyId,
    );
    expect(signer).toMatchObject({ revokeReason: '平板丢失', revokedBy: '督查负责人' });
    expect((await office.verdict(payloadOf(before.row))).verdict).toBe('genuine');
    const number = await lost.draw();
    const seal = await sealWith(own, number, record());
    const later = payloadOf({ ...before.row, number, record: record(), seal });
    const { verdict, answer } = await office.verdict(later);
    expect(verdict).toBe('revoked');
    expect(answer).toEqual({ reason: 'revoked', at: signer?.revokedAt, voidReason: '' });
    // Its holder does not get another key by asking.
    expect((await lost.enrol(await testKey('Ed25519'))).status).toBe(403);
    expect((await lost.enrol(own)).status).toBe(403);
  });
});
