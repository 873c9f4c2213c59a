/** The office's own fonts: what is taken in, what is refused and how, and that no font's bytes ever go. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { countCovered, readMetrics } from '../../src/document/font-metrics.ts';
import { FontManifest, FontMetrics, fontAboutUrl } from '../../src/protocol/fonts.ts';
import { NO_FONTS } from '../../src/protocol/rows/notice-record.ts';
import { FontRow } from '../../src/protocol/rows/paper.ts';
import { measureBytes } from '../../src/server/fonts/measure.ts';
import { rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { collected, headed, lacking, permitted, smallFont, wholeFont } from '../support/fonts.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Fonts of 15 MB, on machines of two cores.
vi.setConfig({ testTimeout: 120_000 });

const FONT = { 'content-type': 'font/ttf' };
const LICENSED = '/api/office/fonts?face=fangsong&licensed=yes';

let font: Buffer;
let other: Buffer;

beforeAll(async () => {
  [font, other] = await Promise.all([smallFont('督查通知书仿宋0Aa，'), smallFont('国一')]);
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

eachStore((kind) => {
  let server: TestServer;
  let admin: RawClient;
  let unit: RawClient;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    admin = await RawClient.signIn(server.url, 'admin', server.password);
    unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
  });
  afterAll(() => server.end());

  const upload = (body: Uint8Array, to = LICENSED) => admin.ask(to, { body, headers: FONT });
  const bytesAt = async (sha256: string, headers = {}) => {
    const response = await fetch(`${server.url}/api/fonts/${sha256}`, {
      headers: { cookie: admin.cookie, ...headers },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const fontsOf = async (client: RawClient) => rowsOf(await client.sync(), 'font');

  test('a font that is brought in reaches every device as a row, whoever its person is', async () => {
    const { status, body } = await upload(font);
    expect(status).toBe(200);
    const row = FontRow.parse(body);
    expect(row).toMatchObject({
      face: 'fangsong',
      sha256: hashOf(font),
      bytes: font.length,
      rank: 0,
    });
    expect(row.name).toContain('Noto Serif SC');
    const metrics = readMetrics(FontMetrics.parse(JSON.parse(row.metrics)));
    expect([...'督查0，国'].map((char) => metrics.has(char.codePointAt(0) ?? 0))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(await fontsOf(unit)).toEqual([row]);
  });

  test('its bytes are given to whoever has signed in, for good, and to nobody else', async () => {
    const { response, bytes } = await bytesAt(hashOf(font));
    expect(bytes.equals(font)).toBe(true);
    const small = await bytesAt(hashOf(font), { 'accept-encoding': 'br' });
    expect(small.response.headers.get('content-encoding')).toBe('br');
    expect(small.bytes.equals(font)).toBe(true);
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect((await unit.ask(`/api/fonts/${hashOf(font)}`)).status).toBe(200);
    const stranger = new RawClient(server.url);
    expect((await stranger.ask(`/api/fonts/${hashOf(font)}`)).status).toBe(401);
    expect((await admin.ask(`/api/fonts/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await admin.ask('/api/fonts/..%2f..%2foffice')).status).toBe(404);
  });

  test('only the administrator brings fonts in, and only with the declaration', async () => {
    const asUnit = await unit.ask(LICENSED, { body: font, headers: FONT });
    expect([asUnit.status, asUnit.body]).toMatchObject([403, { code: 'not-permitted' }]);
    for (const said of ['', '&licensed=no', '&licensed=']) {
      const { status, body } = await upload(other, `/api/office/fonts?face=kaiti${said}`);
      expect([status, body]).toMatchObject([422, { code: 'font-unlicensed' }]);
    }
    expect((await bytesAt(hashOf(other))).response.status).toBe(404);
    expect((await upload(font, '/api/office/fonts?face=comic&licensed=yes')).status).toBe(400);
  });

  test.each([
    ['a collection', () => collected(font), 415, 'font-collection'],
    ['CFF outlines', () => headed(font, 'OTTO'), 415, 'font-outlines'],
    ['a web font', () => headed(font, 'wOF2'), 415, 'font-not-font'],
    ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n'.repeat(9), 'latin1'), 415, 'font-not-font'],
    ['nothing', () => Buffer.alloc(0), 415, 'font-not-font'],
    ['one that may not be embedded', () => permitted(font, 0x0002), 422, 'font-restricted'],
    ['one that may not be cut down', () => permitted(font, 0x0108), 422, 'font-restricted'],
    ['half of one', () => font.subarray(0, font.length >> 1), 422, 'font-damaged'],
    ['one whose end was cut off', () => font.subarray(0, -40), 422, 'font-damaged'],
    ['one without outlines', () => lacking(font, 'glyf'), 422, 'font-damaged'],
    ['one that says nothing of its characters', () => lacking(font, 'cmap'), 422, 'font-damaged'],
  ])('%s is refused, and nothing of it is kept', async (_what, bytes, status, code) => {
    const before = await readdir(join(server.dataDir, 'fonts'));
    const answer = await upload(bytes());
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
    expect(answer.text).toMatch(/[一-龥]/);
    expect(await readdir(join(server.dataDir, 'fonts'))).toEqual(before);
  });

  test('a font that asks for nothing or may be printed is taken, also where it says both', async () => {
    for (const permission of [0x0004, 0x0008, 0x000a]) {
      const { status } = await upload(
        permitted(other, permission),
        '/api/office/fonts?face=songti&licensed=yes',
      );
      expect(status).toBe(200);
    }
  });

  test('a whole Chinese font is taken as its makers give it out', async () => {
    const whole = await wholeFont();
    const answer = await upload(whole, '/api/office/fonts?face=xiaobiaosong&licensed=yes');
    const row = FontRow.parse(answer.body);
    expect(row.bytes).toBe(whole.length);
    const metrics = FontMetrics.parse(JSON.parse(row.metrics));
    expect(countCovered(metrics)).toBeGreaterThan(30_000);
    expect((await bytesAt(hashOf(whole), { 'accept-encoding': 'br' })).bytes.equals(whole)).toBe(
      true,
    );
  });

  test('more than 40 MB are not even read', async () => {
    const { status, body } = await upload(Buffer.alloc(40 * 1024 * 1024 + 1));
    expect([status, body]).toMatchObject([413, { code: 'too-large' }]);
  });

  test('the later one comes after, and first where it is put first', async () => {
    const { body } = await upload(other);
    const second = FontRow.parse(body);
    expect(second.rank).toBe(1);
    const path = `/api/office/fonts/${second.id}`;
    expect((await unit.ask(path, { method: 'PATCH', body: { place: 'first' } })).status).toBe(403);
    await admin.ask(path, { method: 'PATCH', body: { place: 'first' } });
    const ranks = (await fontsOf(unit.another()))
      .filter((row) => row.face === 'fangsong')
      .map(({ sha256, rank }) => [sha256, rank]);
    expect(ranks.sort()).toEqual(
      [
        [hashOf(other), 0],
        [hashOf(font), 1],
      ].sort(),
    );
  });

  test('one that is taken out of use stays on record with its bytes, also through a restart, and may come back', async () => {
    const id = `fangsong.${hashOf(font)}`;
    const out = await admin.ask(`/api/office/fonts/${id}`, {
      method: 'PATCH',
      body: { place: 'out' },
    });
    expect(FontRow.parse(out.body).rank).toBeLessThan(0);
    server = await server.restart();
    expect((await bytesAt(hashOf(font))).bytes.equals(font)).toBe(true);
    const row = (await fontsOf(unit.another())).find((one) => one.id === id);
    expect(row?.rank).toBeLessThan(0);
    const back = FontRow.parse((await upload(font)).body);
    expect([back.id, back.rank]).toEqual([id, 1]);
    const gone = await admin.ask('/api/office/fonts/kaiti.none', {
      method: 'PATCH',
      body: { place: 'out' },
    });
    expect(gone.status).toBe(404);
  });

  test('a ninth font of one face is refused', async () => {
    const heiti = '/api/office/fonts?face=heiti&licensed=yes';
    for (let nth = 0; nth < 8; nth += 1) {
      expect((await upload(Buffer.concat([font, Buffer.from([nth])]), heiti)).status).toBe(200);
    }
    const ninth = await upload(Buffer.concat([font, Buffer.from([9])]), heiti);
    expect([ninth.status, ninth.body]).toMatchObject([409, { code: 'font-enough' }]);
    expect((await upload(Buffer.concat([font, Buffer.from([3])]), heiti)).status).toBe(200);
  });
});

test('the fonts of the box are given, too, shrunk where that is understood, and stay after a version that has others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xundian-box-'));
  const sha256 = hashOf(font);
  const fonts = [{ sha256, name: '盒', bytes: font.length, metrics: await measureBytes(font) }];
  const manifest = FontManifest.parse({ faces: { ...NO_FONTS, fangsong: [sha256] }, fonts });
  await writeFile(join(folder, `${sha256}.ttf`), font);
  await writeFile(join(folder, `${sha256}.ttf.br`), brotliCompressSync(font));
  await writeFile(join(folder, 'fonts.json'), JSON.stringify(manifest));
  let server = await startTestServer({ fontsDir: folder });
  try {
    expect(server.context.books.boxFonts.fangsong).toEqual([sha256]);
    const { cookie } = await RawClient.signIn(server.url, 'inspector1', server.password);
    const get = (encoding: string) =>
      fetch(`${server.url}/api/fonts/${sha256}`, {
        headers: { cookie, 'accept-encoding': encoding },
      });
    const small = await get('gzip, deflate, br');
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(Buffer.from(await small.arrayBuffer()).equals(font)).toBe(true);
    expect(Buffer.from(await (await get('identity')).arrayBuffer()).equals(font)).toBe(true);
    rmSync(folder, { recursive: true });
    server = await server.restart();
    expect(server.context.books.boxFonts).toEqual(NO_FONTS);
    expect(Buffer.from(await (await get('br')).arrayBuffer()).equals(font)).toBe(true);
    const about = await fetch(server.url + fontAboutUrl(sha256), { headers: { cookie } });
    expect(await about.json()).toEqual(fonts[0]);
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
});
