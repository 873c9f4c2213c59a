/** The ledger as files: what is filtered, in the person's scope, and no text of anybody a formula. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { ExportProgress, type LedgerFormat } from '../../src/protocol/ledger.ts';
import { takeVersions } from '../../src/server/store/office-lock.ts';
import { eachStore } from '../support/each-store.ts';
import { dice, type Entry, fillLedger, inOrder } from '../support/random-ledger.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-25T02:00:00Z');
const FORMULA = '=HYPERLINK("http://example.org","点我")\u0007';

const Feature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.record(z.string(), z.unknown()),
});
const Features = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) });

eachStore((kind) => {
  let server: TestServer;
  let supervisor: RawClient;
  let unit: RawClient;
  let entries: Entry[];
  const jpeg = Buffer.from('not looked into here');
  const sha256 = createHash('sha256').update(jpeg).digest('hex');

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => NOW });
    supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    entries = await fillLedger(server.context, dice(7), 620, NOW);
    await spoil();
  });
  afterAll(() => server.end());

  /** One bears a formula, and two have a photo each of which one is here. */
  async function spoil() {
    const { store, rows, officeId, dataDir } = server.context;
    const [first, second] = entries.filter(({ shownTo }) => shownTo === 'U04');
    if (!first || !second) throw new Error('too few entries');
    Object.assign(first.finding, { text: FORMULA });
    const file = join(dataDir, 'blobs', sha256.slice(0, 2), `${sha256}.jpg`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, jpeg);
    const photo = {
      noticeId: '',
      unitId: 'U04',
      bytes: jpeg.length,
      width: 4,
      height: 3,
      takenAt: NOW,
      timed: true,
      place: null,
      stage: 'found',
      ofId: '',
      phash: '',
      arrived: true,
      removed: false,
    } as const;
    const photos = [
      { ...photo, id: randomUUID(), findingId: first.finding.id, sha256 },
      { ...photo, id: randomUUID(), findingId: second.finding.id, sha256: 'a'.repeat(64) },
    ];
    await store.db.transaction().execute(async (tx) => {
      const version = await takeVersions(tx, officeId);
      await rows.write(tx, 'finding', [{ row: first.finding, shownTo: 'U04' }], version);
      await rows.write(
        tx,
        'photo',
        photos.map((row) => ({ row, shownTo: 'U04' })),
        version,
      );
    });
  }

  const take = async (format: LedgerFormat, more = '', who = supervisor, id = randomUUID()) => {
    const response = await fetch(
      `${server.url}/api/ledger/file?format=${format}&export=${id}${more}`,
      { headers: { cookie: who.cookie } },
    );
    expect(response.status).toBe(200);
    return { response, bytes: Buffer.from(await response.arrayBuffer()), id };
  };
  const table = async (bytes: Buffer) => (await readXlsxFile(bytes))[0]?.data ?? [];
  const column = (rows: Awaited<ReturnType<typeof table>>, name: string) => {
    const at = rows[0]?.indexOf(name) ?? -1;
    return rows.slice(1).map((row) => row[at]);
  };

  test('the workbook holds every problem of the filter in the order of the screen', async () => {
    const rows = await table((await take('xlsx')).bytes);
    expect(column(rows, '问题编号')).toEqual(inOrder(entries));
    expect(column(rows, '序号')).toEqual(entries.map((_, nth) => nth + 1));
    const closed = await table((await take('xlsx', '&state=closed&sort=recorded')).bytes);
    const left = entries.filter(({ finding }) => finding.state === 'closed');
    expect(column(closed, '问题编号')).toHaveLength(left.length);
    const dates = column(closed, '登记时间');
    expect(dates[0]).toBeInstanceOf(Date);
    const first = Math.min(...left.map(({ finding }) => finding.recordedAt));
    // A workbook knows no zone: the office's own clock stands there.
    expect(Number(dates[0])).toBeCloseTo(first + 8 * 3_600_000, -4);
  });

  test('what anybody wrote is text: no formula in the workbook, none in CSV', async () => {
    const rows = await table((await take('xlsx', '&search=hyperlink')).bytes);
    expect(column(rows, '问题')).toEqual([FORMULA.slice(0, -1)]);
    const { bytes, response } = await take('csv', '&search=hyperlink');
    const text = bytes.toString('utf8');
    expect(text.startsWith('\uFEFF序号,轮次,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"",""点我"")\u0007"`);
    expect(response.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('问题台账-2026-11-25.csv')}`,
    );
  });

  test('CSV has a line for each, as many cells in every line', async () => {
    const lines = (await take('csv')).bytes.toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(entries.length + 1);
    const plain = lines.filter((line) => !line.includes('"'));
    expect(new Set(plain.map((line) => line.split(',').length)).size).toBe(1);
  });

  test('GeoJSON is RFC 7946: longitude first, in 榆林, the problem’s own id', async () => {
    const { bytes } = await take('geojson', '&state=active');
    const { features } = Features.parse(JSON.parse(bytes.toString('utf8')));
    expect(features.length).toBeGreaterThan(0);
    for (const { geometry } of features) {
      const [lon, lat] = geometry.coordinates;
      expect(lon > 107 && lon < 112 && lat > 36 && lat < 40).toBe(true);
    }
    const byId = new Map(entries.map(({ finding }) => [finding.id, finding.text]));
    expect(features.every(({ id, properties }) => byId.get(id) === properties.问题)).toBe(true);
  });

  test('the ZIP holds the workbook and the photos that are here, named by their line', async () => {
    const { bytes, id } = await take('zip', '&unitId=U04');
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    expect(names).toHaveLength(2);
    const rows = await table(Buffer.from(files['问题台账.xlsx'] ?? []));
    const line = column(rows, '问题').indexOf(FORMULA.slice(0, -1)) + 1;
    const photo = names.find((name) => name.startsWith('照片/'));
    expect(photo).toMatch(new RegExp(`^照片/${String(line).padStart(5, '0')}-.*-整改前-1\\.jpg$`));
    expect(Buffer.from(files[photo ?? ''] ?? [])).toEqual(jpeg);
    const progress = await supervisor.ask(`/api/ledger/exports/${id}`);
    expect(ExportProgress.parse(progress.body)).toMatchObject({ state: 'done', photos: 1 });
  });

  test('a unit takes away what was put to it and no more', async () => {
    const own = entries.filter(({ shownTo }) => shownTo === 'U04');
    const rows = await table((await take('xlsx', '', unit)).bytes);
    expect(column(rows, '问题编号')).toEqual(inOrder(own));
    const { bytes } = await take('geojson', '&unitId=U05', unit);
    expect(Features.parse(JSON.parse(bytes.toString('utf8'))).features).toEqual([]);
  });

  test('how far it has come is told to who asked for it, to nobody else', async () => {
    const { id, bytes } = await take('csv');
    const asked = await supervisor.ask(`/api/ledger/exports/${id}`);
    const progress = ExportProgress.parse(asked.body);
    expect(progress).toMatchObject({ state: 'done', written: 620, total: 620 });
    expect(progress.bytes).toBe(bytes.length);
    expect((await unit.ask(`/api/ledger/exports/${id}`)).status).toBe(404);
    expect((await unit.ask(`/api/ledger/exports/${id}`, { method: 'DELETE' })).status).toBe(204);
  });

  test('one that is cancelled ends the download, and says so', async () => {
    const id = randomUUID();
    const response = await fetch(`${server.url}/api/ledger/file?format=geojson&export=${id}`, {
      headers: { cookie: supervisor.cookie, 'accept-encoding': 'identity' },
    });
    const reader = response.body?.getReader();
    await reader?.read();
    await supervisor.ask(`/api/ledger/exports/${id}`, { method: 'DELETE' });
    const rest = async () => {
      while (!(await reader?.read())?.done);
    };
    const { state } = ExportProgress.parse(
      (await supervisor.ask(`/api/ledger/exports/${id}`)).body,
    );
    // A small one may have been written before it could be cancelled.
    if (state === 'cancelled') await expect(rest()).rejects.toThrow();
    else expect(state).toBe('done');
  });

  test('a question that does not fit, and one of nobody, gets no file', async () => {
    const path = `/api/ledger/file?export=${randomUUID()}`;
    expect((await supervisor.ask(`${path}&format=docx`)).status).toBe(400);
    expect((await supervisor.ask('/api/ledger/file?format=csv&export=1')).status).toBe(400);
    expect((await new RawClient(server.url).ask(`${path}&format=csv`)).status).toBe(401);
  });
});
