import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { suggestCode } from '../../src/domain/city-code.ts';
import { CodeTableAnswer } from '../../src/protocol/handoff.ts';
import { textWorkbook, XLSX } from '../../src/server/exports/text-workbook.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const TSV = { 'content-type': 'text/tab-separated-values' };
const CSV = { 'content-type': 'text/csv' };
/** “编码,类别,小类名称” and two codes, as a Chinese Excel saves CSV: GB 18030. */
const GBK = Buffer.from(
  'seDC6yzA4LHwLNChwODD+7PGDQpTSjAxMDIsysK8/iyxqcK2wKy7+A0KQkowMTEzLLK/vP4sz/u3wMnoyqkNCg==',
  'base64',
);

eachStore((kind) => {
  let server: TestServer;
  let admin: RawClient;
  let inspector: RawClient;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    admin = await RawClient.signIn(server.url, 'admin', server.password);
    inspector = await RawClient.signIn(server.url, 'inspector1', server.password);
  });
  afterAll(() => server.end());

  const table = async (who = inspector) =>
    CodeTableAnswer.parse((await who.ask('/api/handoff/codes')).body);
  const send = (name: string, body: string | Uint8Array, headers: Record<string, string> = TSV) =>
    admin.ask(`/api/import/${name}`, { body, headers });

  test('the sample city has its 138 codes, and items suggest theirs', async () => {
    const codes = await table();
    expect(codes.codes).toHaveLength(138);
    expect(codes.codes[0]).toMatchObject({ code: 'BJ0101', kind: '部件', minorName: '上水井盖' });
    const item = { id: 'C01-01', cityCode: 'SJ0102' };
    expect(suggestCode(item, codes)?.code).toBe('SJ0102');
  });

  test('a mapping goes out, is filled in and comes back; a second time nothing changes', async () => {
    const { text } = await admin.ask('/api/handoff/mapping.tsv');
    const lines = text.trimEnd().split('\n');
    expect(lines[0]?.split('\t').slice(0, 2)).toEqual(['检查项或参考编码', '城市编码']);
    const filled = lines.map((line) => line.replace(/^SJ0102\t\t/, 'SJ0102\tSJ0505\t')).join('\n');
    const report = { added: 1, changed: 0, unchanged: 0, dropped: 0 };
    expect((await send('code-mapping', filled)).body).toEqual(report);
    expect((await send('code-mapping', filled)).body).toEqual({
      ...report,
      added: 0,
      unchanged: 1,
    });
    expect(suggestCode({ id: 'C99-1', cityCode: 'SJ0102' }, await table())?.code).toBe('SJ0505');
  });

  test('the workbook of it opens, holds every item, and comes back as it is', async () => {
    const response = await fetch(`${server.url}/api/handoff/mapping.xlsx`, {
      headers: { cookie: admin.cookie },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const [sheet] = await readXlsxFile(bytes);
    const rows = sheet?.data ?? [];
    expect(rows[0]?.slice(0, 3)).toEqual(['检查项或参考编码', '城市编码', '编码名称']);
    expect(rows.filter((row) => row[4] !== '参考编码')).toHaveLength(448);
    expect(rows.find((row) => row[0] === 'SJ0102')?.slice(0, 3)).toEqual([
      'SJ0102',
      'SJ0505',
      '机动车乱停放',
    ]);
    expect((await send('code-mapping', bytes, { 'content-type': XLSX })).body).toMatchObject({
      added: 0,
      changed: 0,
      dropped: 0,
    });
  });

  test('every fault of a mapping is named by its line, and not a line is written', async () => {
    const before = await table();
    const body =
      'source\tcode\nSJ0102\tSJ0102\nC99-99\tSJ0102\nSJ0505\tSJ9999\nSJ0102\tSJ0505\n\tSJ0505';
    const answer = await send('code-mapping', body);
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'import-refused' }]);
    const { lines }: { lines: { line: number; reason: string }[] } = JSON.parse(answer.text);
    expect(lines.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(lines[0]?.reason).toContain('C99-99');
    expect(lines[1]?.reason).toContain('SJ9999');
    expect(lines[2]?.reason).toContain('第 2 行');
    expect(await table()).toEqual(before);
  });

  test('a city’s own table, as a Chinese Excel saves it, takes the sample’s place', async () => {
    const answer = await send('city-codes', GBK, CSV);
    expect(answer.body).toEqual({ added: 0, changed: 2, unchanged: 0, dropped: 136 });
    const { codes } = await table();
    expect(codes.filter(({ retired }) => !retired).map(({ code }) => code)).toEqual([
      'SJ0102',
      'BJ0113',
    ]);
    expect(codes).toHaveLength(138);
    // What it was mapped to is no longer offered: the item's own code stands in.
    expect(suggestCode({ id: 'C99-1', cityCode: 'SJ0102' }, await table())?.code).toBe('SJ0102');
  });

  test('the same table as a workbook changes nothing; faults of one are named by line', async () => {
    const columns = ['code', 'kind', 'minor_name'].map((name) => ({ name, width: 10 }));
    const rows = [
      ['SJ0102', '事件', '暴露垃圾'],
      ['BJ0113', '部件', '消防设施'],
    ];
    const book = (some: string[][]) => textWorkbook({ sheet: '编码', columns, rows: some });
    const headers = { 'content-type': XLSX };
    expect((await send('city-codes', await book(rows), headers)).body).toMatchObject({
      unchanged: 2,
      dropped: 0,
    });
    const wrong = [
      ...rows,
      ['SJ 1', '事件', '空格'],
      ['SJ0103', '案件', '类别'],
      ['SJ0104', '事件', ''],
    ];
    const answer = await send('city-codes', await book(wrong), headers);
    expect(answer.status).toBe(422);
    const { lines }: { lines: { line: number; reason: string }[] } = JSON.parse(answer.text);
    expect(lines.map(({ line }) => line)).toEqual([4, 5, 6]);
  });

  test('what is no table is refused in words', async () => {
    const cases: [string | Uint8Array, string][] = [
      ['', '没有内容'],
      ['code\tkind\n', '没有内容'],
      ['a,b\n1,2\n', '表头缺少'],
      [Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), '没有读取'],
      [Uint8Array.from([0xff, 0xff, 0]), '不是文本'],
      ['code,kind\n"SJ', '引号'],
    ];
    for (const [body, reason] of cases) {
      const answer = await send('city-codes', body, { 'content-type': 'application/octet-stream' });
      expect([answer.status, answer.text]).toMatchObject([422, expect.stringContaining(reason)]);
    }
  });

  test('only an administrator imports; a unit does not even see the codes', async () => {
    const options = { body: 'x', headers: TSV };
    expect((await inspector.ask('/api/import/city-codes', options)).status).toBe(403);
    expect((await inspector.ask('/api/import/code-mapping', options)).status).toBe(403);
    expect((await inspector.ask('/api/handoff/mapping.tsv')).status).toBe(403);
    expect((await new RawClient(server.url).ask('/api/handoff/codes')).status).toBe(401);
    const units = await server.context.store.db
      .selectFrom('account')
      .select('account')
      .where('role', '=', 'unit')
      .executeTakeFirstOrThrow();
    const unit = await RawClient.signIn(server.url, units.account, server.password);
    expect((await unit.ask('/api/handoff/codes')).status).toBe(403);
  });
});

test('the same table gives the same workbook, whenever it is made', async () => {
  const book = () =>
    textWorkbook({
      sheet: '表',
      columns: [{ name: '甲', width: 4 }],
      rows: [['=1+1'], ['a\u0001b']],
    });
  const first = await book();
  await new Promise((done) => setTimeout(done, 2100));
  expect((await book()).equals(first)).toBe(true);
  const [sheet] = await readXlsxFile(first);
  expect(sheet?.data).toEqual([['甲'], ['=1+1'], ['ab']]);
});
