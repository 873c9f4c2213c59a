import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const TSV = { 'content-type': 'text/tab-separated-values' };
const CITY = 'src/server/sample/city';
const POINTS =
  'code\tname\tcategory\tcategory_name\taddress\tstreet\tterritory\tsector_unit\tlon\tlat\tcrs\tkind\tname_basis';
const POINT =
  'NEW-1\t长城路实验小学\tC01\t主干道\t长城路1号\tS01\tD01\tU03\t109.7\t38.2\tWGS84\tkey\tsourced-name';

eachStore((kind) => {
  let server: TestServer;
  let admin: RawClient;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    admin = await RawClient.signIn(server.url, 'admin', server.password);
    await admin.sync();
  });
  afterAll(() => server.end());

  const send = (name: string, body: string | Uint8Array) =>
    admin.ask(`/api/import/${name}`, { body, headers: TSV });
  const point = (changed: Record<number, string>) =>
    POINT.split('\t')
      .map((cell, i) => changed[i] ?? cell)
      .join('\t');

  test('the same files again change nothing and move no version', async () => {
    const head = () =>
      server.context.store.db.selectFrom('office').select('head').executeTakeFirst();
    const before = await head();
    for (const [name, file, count] of [
      ['units', 'units.tsv', 68],
      ['checklists', 'checklists.tsv', 39],
      ['points', 'points-key.tsv', 433],
    ] as const) {
      const { status, body } = await send(name, readFileSync(`${CITY}/${file}`));
      expect([status, body]).toEqual([200, { added: 0, changed: 0, unchanged: count }]);
    }
    expect(await head()).toEqual(before);
    expect((await admin.sync()).patch.puts).toEqual({});
  });

  test('new and changed points reach every device, with their initials', async () => {
    const [header = '', first = ''] = readFileSync(`${CITY}/points-key.tsv`, 'utf8').split('\n');
    const renamed = first.replace('青山路', '青山大道');
    const { body } = await send('points', `\ufeff${header}\r\n${renamed}\r\n${POINT}\r\n`);
    expect(body).toEqual({ added: 1, changed: 1, unchanged: 0 });
    const points = rowsOf(await admin.sync(), 'point');
    expect(points.find(({ id }) => id === 'NEW-1')).toMatchObject({ initials: 'cclsyxx' });
    expect(points.find(({ id }) => id === 'YL-0001')).toMatchObject({
      name: '青山大道',
      initials: 'qsdd',
    });
  });

  test('an unlisted point stays out of the devices, a listed one that turns unlisted stays in', async () => {
    await send(
      'points',
      `${POINTS}\n${point({ 0: 'NEW-2', 11: 'unlisted' })}\n${point({ 11: 'unlisted' })}`,
    );
    const ids = rowsOf(await admin.sync(), 'point').map(({ id }) => id);
    expect(ids).toEqual(['NEW-1']);
    const all = rowsOf(await admin.another().sync(), 'point').map(({ id }) => id);
    expect(all).toContain('NEW-1');
    expect(all).not.toContain('NEW-2');
  });

  test('a changed checklist becomes the next edition, and the one before stays', async () => {
    const lines = readFileSync(`${CITY}/checklists.tsv`, 'utf8').split('\n');
    const list = [lines[0], ...lines.filter((line) => line.startsWith('C02\t'))];
    const changed = list.join('\n').replace(/\t看\t3\t/, '\t看\t5\t');
    expect((await send('checklists', changed)).body).toEqual({
      added: 0,
      changed: 1,
      unchanged: 0,
    });
    const pulled = rowsOf(await admin.another().sync(), 'checklist');
    const editions = pulled.filter(({ category }) => category === 'C02').map(({ id }) => id);
    expect(editions.toSorted()).toEqual(['C02@1', 'C02@2']);
  });

  test('every fault is named by its line, and not a line is written', async () => {
    const before = (await admin.sync()).cursor;
    const body = [
      POINTS,
      point({ 0: 'BAD-1' }),
      point({ 0: 'BAD-2', 10: '' }),
      point({ 0: 'BAD-3', 10: 'GCJ-02' }),
      point({ 0: 'BAD-4', 8: '209.7' }),
      point({ 0: 'BAD-5', 9: '三十八' }),
      point({ 0: 'BAD-6', 5: 'S99' }),
      point({ 0: 'BAD-7', 2: 'C99' }),
      point({ 0: 'BAD-8', 11: 'secret' }),
      point({ 0: 'BAD-1' }),
      point({ 0: 'BAD 9' }),
      point({ 0: 'BAD-10', 1: '' }),
      `${point({ 0: 'BAD-11' })}\t多\t余`,
    ].join('\n');
    const answer = await send('points', body);
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'import-refused' }]);
    const { lines, message }: { lines: { line: number; reason: string }[]; message: string } =
      JSON.parse(answer.text);
    expect(message).toContain('第 3 行');
    expect(lines.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    for (const { reason } of lines) expect(reason).toMatch(/[\u4e00-\u9fff]/);
    expect(lines[0]?.reason).toContain('WGS84');
    expect(lines[1]?.reason).toContain('GCJ-02');
    expect(lines[7]?.reason).toContain('第 2 行');
    expect((await admin.sync()).cursor).toBe(before);
  });

  test('a file that is no table is refused with its reason', async () => {
    const cases: [string, string | Uint8Array, string][] = [
      ['units', 'unit\tname\n', '缺少'],
      ['units', 'unit\tname\tshort_name\tkind\tduties\n', '没有内容'],
      ['units', Uint8Array.from([0xff, 0xfe, 0x75, 0]), 'UTF-8'],
      ['units', 'unit\tname\tshort_name\tkind\tduties\nX1\t名\t简\tking\t', 'kind'],
      ['checklists', 'category,category_name\n', '缺少'],
    ];
    for (const [name, body, reason] of cases) {
      const answer = await send(name, body);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(reason);
    }
    expect((await admin.ask('/api/import/units', { body: { a: 1 } })).status).toBe(415);
    expect((await send('streets', POINTS)).status).toBe(404);
    expect((await send('points', 'x'.repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
  });
});
