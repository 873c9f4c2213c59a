import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { UploadStore } from '../../src/server/blobs/upload-store.ts';
import {
  type City,
  deed,
  findingArgs,
  join,
  noticeArgs,
  OTHER_UNIT,
  photoArgs,
  rowsOf,
} from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg, sha256 } from '../support/jpeg.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { begin, create, offsetOf, send, upload } from '../support/uploads.ts';

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let city: City;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  const file = (hash: string) => `/api/photos/file/${hash}`;
  const leftovers = () => readdirSync(joinPath(server.dataDir, 'uploads'));

  /** Records a finding with one photo of that content. */
  async function record(hash: string, unitId?: string): Promise<RawClient> {
    const client = person.another();
    const args = findingArgs(city, { photos: [photoArgs(hash)], ...(unitId ? { unitId } : {}) });
    await client.sync([deed(1, 'finding.record', args)]);
    return client;
  }
  const arrived = async (client: RawClient, hash: string) =>
    rowsOf(await client.another().sync(), 'photo').find((photo) => photo.sha256 === hash)?.arrived;

  test('bytes that come after the row mark it as arrived, and the next pull has it', async () => {
    const bytes = jpeg();
    const hash = sha256(bytes);
    const client = await record(hash);
    expect(await arrived(client, hash)).toBe(false);
    expect((await upload(client, bytes, hash)).status).toBe(204);
    const answer = await client.sync();
    expect(rowsOf(answer, 'photo')).toMatchObject([{ sha256: hash, arrived: true }]);
    expect(leftovers()).toEqual([]);
  });

  test('a row that comes after the bytes is marked as arrived at once', async () => {
    const bytes = jpeg();
    const hash = sha256(bytes);
    expect((await upload(person, bytes, hash)).status).toBe(204);
    const client = await record(hash);
    expect(await arrived(client, hash)).toBe(true);
  });

  test('what comes out is what went in, byte for byte, and is kept by the browser', async () => {
    const bytes = jpeg();
    const hash = sha256(bytes);
    await record(hash);
    await upload(person, bytes, hash);
    const response = await fetch(server.url + file(hash), { headers: { cookie: person.cookie } });
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(hash);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('cache-control')).toContain('private');
    const head = await person.ask(file(hash), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    const stored = joinPath(server.dataDir, 'blobs', hash.slice(0, 2), `${hash}.jpg`);
    expect(sha256(readFileSync(stored))).toBe(hash);
  });

  test('a cut upload goes on where it was cut, after a restart of the server too', async () => {
    const bytes = jpeg(1600, 1200, 60_000);
    const hash = sha256(bytes);
    const client = await record(hash);
    const place = await begin(client, bytes.length, hash);
    expect((await send(client, place, 0, bytes.slice(0, 40_000))).status).toBe(204);
    server = await server.restart();
    expect(await offsetOf(client, place)).toBe(40_000);
    const wrong = await send(client, place, 10, bytes.slice(10));
    expect([wrong.status, wrong.body]).toMatchObject([409, { code: 'conflict' }]);
    expect((await send(client, place, 40_000, bytes.slice(40_000))).status).toBe(204);
    expect(await arrived(client, hash)).toBe(true);
  });

  test('an upload whose last answer was lost is finished when it is asked about', async () => {
    const bytes = jpeg();
    const hash = sha256(bytes);
    const client = await record(hash);
    const place = await begin(client, bytes.length, hash);
    // The server went down between the last byte and what it does with a whole file.
    const id = place.split('/').at(-1) ?? '';
    writeFileSync(joinPath(server.dataDir, 'uploads', id), bytes);
    expect(await offsetOf(client, place)).toBe(bytes.length);
    expect(await arrived(client, hash)).toBe(true);
  });

  test('an upload that nobody went on with for fourteen days is taken away', async () => {
    const place = await begin(person, 5000, 'd'.repeat(64));
    const fresh = await begin(person, 5000, 'e'.repeat(64));
    const note = joinPath(server.dataDir, 'uploads', `${place.split('/').at(-1)}.json`);
    const kept: object = JSON.parse(readFileSync(note, 'utf8'));
    const begun = new Date(Date.now() - 15 * 86_400_000).toISOString();
    writeFileSync(note, JSON.stringify({ ...kept, creation_date: begun }));
    expect(await offsetOf(person, place)).toBe(null);
    server = await server.restart();
    await vi.waitFor(() => expect(leftovers()).toHaveLength(2));
    expect(await offsetOf(person, fresh)).toBe(0);
    await person.ask(fresh, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
  });

  test('a file whose hash is another is refused and kept nowhere', async () => {
    const hash = sha256(jpeg());
    await record(hash);
    const answer = await upload(person, jpeg(), hash);
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'photo-hash-wrong' }]);
    expect(await arrived(person, hash)).toBe(false);
    expect(leftovers()).toEqual([]);
    expect(existsSync(joinPath(server.dataDir, 'blobs', hash.slice(0, 2), `${hash}.jpg`))).toBe(
      false,
    );
  });

  test('what is no JPEG is refused, whatever it calls itself', async () => {
    const whole = jpeg();
    const fakes = [
      new TextEncoder().encode('<html><script>alert(1)</script></html>'),
      Uint8Array.from([0xff, 0xd8, 0xff]),
      whole.slice(0, 30),
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...whole]),
      jpeg(0, 1200),
      Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]),
    ];
    for (const fake of fakes) {
      const answer = await upload(person, fake, sha256(fake));
      expect([answer.status, answer.body]).toMatchObject([415, { code: 'photo-not-image' }]);
    }
    expect(leftovers()).toEqual([]);
  });

  test('an upload that does not say what it is, or is too large, is not begun', async () => {
    const hash = 'b'.repeat(64);
    const jpegOf = { sha256: hash, filetype: 'image/jpeg' };
    const statuses = [
      await create(person, 10, { filetype: 'image/jpeg' }),
      await create(person, 10, { sha256: 'x', filetype: 'image/jpeg' }),
      await create(person, 10, { sha256: hash, filetype: 'image/png' }),
      await create(person, 21 * 1024 * 1024, jpegOf),
      await create(new RawClient(server.url), 10, jpegOf),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 400, 413, 401]);
    expect(leftovers()).toEqual([]);
  });

  test('only who may record a finding or brings in what others recorded begins an upload', async () => {
    const said = { sha256: 'b'.repeat(64), filetype: 'image/jpeg' };
    const signIn = (account: string) => RawClient.signIn(server.url, account, server.password);
    const refused = await create(await signIn('unit-u04'), 10, said);
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'not-permitted' }]);
    expect(leftovers()).toEqual([]);
    // One whose role has changed since may still hold what the office waits for.
    const awaited = 'c'.repeat(64);
    const args = findingArgs(city, { photos: [photoArgs(awaited)] });
    await person.another().sync([deed(1, 'finding.record', args)]);
    const unit = await signIn('unit-u04');
    const place = await begin(unit, 10, awaited);
    await unit.ask(place, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
    for (const account of ['supervisor', 'admin']) {
      const client = await signIn(account);
      const place = await begin(client, 10, said.sha256);
      await client.ask(place, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
    }
  });

  test("nobody sees or touches another person's upload", async () => {
    const bytes = jpeg();
    const place = await begin(person, bytes.length, sha256(bytes));
    const other = await RawClient.signIn(server.url, 'inspector2', server.password);
    expect(await offsetOf(other, place)).toBe(null);
    expect((await send(other, place, 0, bytes)).status).toBe(404);
    expect(
      (await other.ask(place, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } })).status,
    ).toBe(404);
    expect(await offsetOf(person, place)).toBe(0);
    for (const strange of [
      '../xundian',
      '%2e%2e%2fsample-password',
      'x',
      `${'a'.repeat(32)}.json`,
    ]) {
      expect(await offsetOf(person, `/api/photos/${strange}`)).toBe(null);
    }
  });

  test('a photo is shown to whom its finding is shown, and to no one else', async () => {
    const bytes = jpeg();
    const hash = sha256(bytes);
    const unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    const args = findingArgs(city, { photos: [photoArgs(hash)] });
    const client = person.another();
    await client.sync([deed(1, 'finding.record', args)]);
    await upload(person, bytes, hash);
    expect((await person.ask(file(hash), { method: 'HEAD' })).status).toBe(200);
    expect((await unit.ask(file(hash), { method: 'HEAD' })).status).toBe(404);
    expect((await new RawClient(server.url).ask(file(hash))).status).toBe(401);
    await client.sync([deed(2, 'notice.issue', noticeArgs(city, [args.id]))]);
    expect((await unit.ask(file(hash), { method: 'HEAD' })).status).toBe(200);
    const elsewhere = jpeg();
    await record(sha256(elsewhere), OTHER_UNIT);
    await upload(person, elsewhere, sha256(elsewhere));
    expect((await unit.ask(file(sha256(elsewhere)), { method: 'HEAD' })).status).toBe(404);
    expect((await person.ask(file('c'.repeat(64)))).status).toBe(404);
    expect((await person.ask(file('..%2f..%2fsample-password'))).status).toBe(404);
  });
});

test('the folder of uploads is there, for the office alone, before anything is served', () => {
  const dataDir = mkdtempSync(joinPath(tmpdir(), 'xundian-uploads-'));
  new UploadStore(dataDir);
  expect(statSync(joinPath(dataDir, 'uploads')).mode & 0o777).toBe(0o700);
  writeFileSync(joinPath(dataDir, 'no-folder'), '');
  expect(() => new UploadStore(joinPath(dataDir, 'no-folder'))).toThrow('ENOTDIR');
  rmSync(dataDir, { recursive: true });
});
