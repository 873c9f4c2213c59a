/** 对账: a receipt table is held against the record; only what matches is done without a person. */
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, civilDateOf } from '../../src/domain/civil.ts';
import { BatchMade, ReceiptList, ReceiptReport } from '../../src/protocol/handoff.ts';
import { textWorkbook, XLSX } from '../../src/server/exports/text-workbook.ts';
import { join } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { Field, type HandedOff, receiptTable } from '../support/handed-off.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const TSV = { 'content-type': 'text/tab-separated-values' };
const today = civilDateOf(Date.now());

eachStore((kind) => {
  let server: TestServer;
  let leader: RawClient;
  let field: Field;
  let cases = 0;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    leader = await RawClient.signIn(server.url, 'supervisor', server.password);
    const inspector = await RawClient.signIn(server.url, 'inspector1', server.password);
    field = new Field(inspector, (await join(inspector)).city);
  });
  afterAll(() => server.end());

  const send = async (...findings: HandedOff[]) => {
    const findingIds = findings.map(({ findingId }) => findingId);
    const made = await leader.ask('/api/handoff/batches', { body: { findingIds } });
    expect(BatchMade.parse(made.body).left).toEqual([]);
  };
  const sent = async (onNotice = false) => {
    const findingId = await field.record();
    if (onNotice) await field.notice([findingId]);
    const one = await field.handOff(findingId);
    await send(one);
    return one;
  };
  const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = TSV) =>
    leader.ask(`/api/handoff/receipts${path}`, { body, headers });
  const preview = async (body: string) => ReceiptReport.parse((await post('/preview', body)).body);
  const take = async (body: string | Uint8Array, query = '', headers = TSV) =>
    ReceiptReport.parse((await post(query, body, headers)).body);
  const decide = (id: string, json: object) =>
    leader.ask(`/api/handoff/receipts/${id}/decide`, {
      body: { note: '电话核实', deadline: null, ...json },
    });
  const newCase = () => {
    cases += 1;
    return `A-${cases}`;
  };
  const head = () => server.context.store.db.selectFrom('office').select('head').executeTakeFirst();
  const kept = async () =>
    ReceiptList.parse((await leader.ask('/api/handoff/receipts')).body).receipts;

  test('filed and closed, declined, unknown: each problem ends where it should, and a preview writes nothing', async () => {
    const [closed, declined, filed] = [await sent(), await sent(), await sent()];
    const table = receiptTable(
      [closed.handoffId, newCase(), '是', '', today, today, '已清运'],
      [declined.handoffId, '', '不立案', '不属城管职责', '', '', ''],
      [filed.handoffId, newCase(), '立案', '', `${today} 09:30`, '', ''],
      ['0190aaaa-0000-7000-8000-000000000000', newCase(), '是', '', '', '', ''],
    );
    const before = await head();
    const looked = await preview(table);
    expect(looked.entries.map((entry) => entry.kind)).toEqual([
      'matched',
      'matched',
      'matched',
      'unknown',
    ]);
    expect(await head()).toEqual(before);
    expect(await kept()).toEqual([]);
    const report = await take(table, '?name=回执.tsv');
    expect(report.entries.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'applied',
      'applied',
      '',
    ]);
    const seen = await field.look();
    expect(seen.finding(closed.findingId)).toMatchObject({ state: 'closed', closing: 'hand-off' });
    expect(seen.handoff(closed.handoffId)).toMatchObject({
      state: 'closed',
      result: '已清运',
      caseNumber: 'A-1',
    });
    expect(seen.events(closed.findingId)).toEqual([
      'recorded',
      'handed-off',
      'handoff-sent',
      'handoff-filed',
      'closed',
    ]);
    expect(seen.finding(declined.findingId)).toMatchObject({ state: 'recorded', noticeId: null });
    expect(seen.handoff(declined.handoffId)).toMatchObject({
      state: 'declined',
      result: '不属城管职责',
    });
    expect(seen.handoff(filed.handoffId)).toMatchObject({ state: 'filed' });
    expect(seen.finding(filed.findingId)).toMatchObject({ state: 'handed-off' });
    expect(await kept()).toMatchObject([
      { id: report.id, fileName: '回执.tsv', counts: { matched: 3, unknown: 1, contradicted: 0 } },
    ]);
  });

  test('the same table again changes nothing: no row, no report, no line of history', async () => {
    const one = await sent();
    const table = receiptTable([one.handoffId, newCase(), '是', '', today, today, '']);
    const first = await take(table);
    const [reports, seen, before] = [await kept(), await field.look(), await head()];
    expect(await take(table)).toEqual(first);
    expect(await head()).toEqual(before);
    expect(await kept()).toEqual(reports);
    expect((await field.look()).events(one.findingId)).toEqual(seen.events(one.findingId));
    // In another wording it is another file, and still nothing is done twice.
    const reworded = await take(`${table}\n`);
    expect(reworded.entries).toMatchObject([{ kind: 'matched', steps: [], outcome: '' }]);
    expect((await field.look()).events(one.findingId)).toEqual(seen.events(one.findingId));
  });

  test('two people import it at once: it is done once', async () => {
    const one = await sent();
    const table = receiptTable([one.handoffId, newCase(), '是', '', today, today, '']);
    const reports = await Promise.all([take(table), take(table)]);
    expect(reports[0]?.id).toBe(reports[1]?.id);
    expect((await field.look()).events(one.findingId).filter((k) => k === 'closed')).toHaveLength(
      1,
    );
  });

  test('a declined problem of a notice goes back to its unit with the deadline that is set', async () => {
    const [one, two] = [await sent(true), await sent(true)];
    const row = ({ handoffId }: HandedOff) => [handoffId, '', '否', '重复上报', '', '', ''];
    const without = await take(receiptTable(row(one)));
    expect(without.entries).toMatchObject([{ outcome: 'refused', ours: { noticed: true } }]);
    const deadline = encodeURIComponent(JSON.stringify({ kind: 'days', days: 7 }));
    const report = await take(receiptTable(row(one), row(two)), `?deadline=${deadline}`);
    expect(report.entries.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    const back = (await field.look()).finding(two.findingId);
    expect(back).toMatchObject({ state: 'assigned' });
    expect(back?.dueAt).toBeGreaterThan(Date.now());
    // And it may be handed off once more, under a key of its own.
    const again = await field.handOff(two.findingId);
    await send(again);
    expect((await field.look()).handoff(again.handoffId)).toMatchObject({ state: 'sent' });
  });

  test('what is contradicted waits; a person takes it at its word, or not, once, on record', async () => {
    const [late, kept1] = [await sent(), await sent()];
    const tomorrow = addDays(today, 1);
    const table = receiptTable(
      [late.handoffId, newCase(), '是', '', tomorrow, '', ''],
      [kept1.handoffId, newCase(), '是', '', today, addDays(today, -1), ''],
    );
    const report = await take(table);
    expect(report.entries).toMatchObject([
      { kind: 'contradicted', why: 'in-future', outcome: '' },
      { kind: 'contradicted', why: 'closed-before-filed', outcome: '' },
    ]);
    expect((await field.look()).handoff(late.handoffId)).toMatchObject({ state: 'sent' });
    const taken = ReceiptReport.parse((await decide(report.id, { line: 2, take: true })).body);
    expect(taken.entries[0]).toMatchObject({
      outcome: 'applied',
      decision: { take: true, note: '电话核实' },
    });
    expect((await field.look()).handoff(late.handoffId)).toMatchObject({ state: 'filed' });
    expect((await decide(report.id, { line: 3, take: false })).status).toBe(200);
    expect((await field.look()).handoff(kept1.handoffId)).toMatchObject({ state: 'sent' });
    expect((await decide(report.id, { line: 2, take: false })).status).toBe(409);
    expect((await decide(report.id, { line: 9, take: false })).status).toBe(404);
    const [summary] = await kept();
    expect(summary?.counts).toMatchObject({ contradicted: 2, undecided: 0 });
  });

  test('a case number on record stands; another one is never written over it', async () => {
    const one = await sent();
    const [first, other] = [newCase(), newCase()];
    await take(receiptTable([one.handoffId, first, '是', '', today, '', '']));
    const report = await take(receiptTable([one.handoffId, other, '是', '', today, today, '']));
    expect(report.entries).toMatchObject([{ kind: 'contradicted', why: 'other-case' }]);
    await decide(report.id, { line: 2, take: true });
    expect((await field.look()).handoff(one.handoffId)).toMatchObject({
      state: 'closed',
      caseNumber: first,
    });
    const two = await sent();
    const stolen = await take(receiptTable([two.handoffId, first, '是', '', today, '', '']));
    expect(stolen.entries).toMatchObject([{ kind: 'contradicted', why: 'case-taken' }]);
  });

  test('the platform’s workbook comes in, and what came of it goes out as one', async () => {
    const one = await sent();
    const columns = ['序号', '问题编号', '移交备注', '外部案号', '是否立案', '结案时间'].map(
      (name) => ({ name, width: 9 }),
    );
    const rows = [['1', one.findingId, '请清运', newCase(), '已立案', today]];
    const book = await textWorkbook({ sheet: '回执', columns, rows });
    const report = await take(book, '?name=book.xlsx', { 'content-type': XLSX });
    expect(report.entries).toMatchObject([
      { kind: 'matched', outcome: 'applied', said: { result: '' } },
    ]);
    const path = `${server.url}/api/handoff/receipts/${report.id}/report.xlsx`;
    const response = await fetch(path, { headers: { cookie: leader.cookie } });
    const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    expect(sheet?.data[0]?.slice(0, 3)).toEqual(['回执行号', '对账', '处理']);
    expect(sheet?.data[1]?.slice(0, 2)).toEqual(['2', '相符']);
  });

  test('what can’t be read is named by its line, and nothing is taken', async () => {
    const before = await kept();
    const table = receiptTable(
      ['', '', '是', '', '', '', ''],
      ['x', '', '也许', '', '', '', ''],
      ['x', '', '', '', '昨天', '', ''],
      ['x', '', '', '', '', '2026-02-30', ''],
      ['x', 'c'.repeat(61), '', '', '', '', ''],
    );
    const answer = await post('', table);
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'import-refused' }]);
    const { lines }: { lines: { line: number }[] } = JSON.parse(answer.text);
    expect(lines.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
    expect((await post('/preview', 'a\tb\n1\t2\n')).text).toContain('移交标识');
    expect(await kept()).toEqual(before);
    expect((await post('?deadline=%7B', receiptTable(['x', '', '', '', '', '', '']))).status).toBe(
      400,
    );
  });

  test('receipts are for the supervisor alone', async () => {
    const options = { body: receiptTable(), headers: TSV };
    for (const account of ['inspector1', 'unit-u04', 'admin']) {
      const who = await RawClient.signIn(server.url, account, server.password);
      expect((await who.ask('/api/handoff/receipts', options)).status).toBe(403);
      expect((await who.ask('/api/handoff/receipts/preview', options)).status).toBe(403);
      const body = { line: 2, take: true, note: '', deadline: null };
      expect((await who.ask('/api/handoff/receipts/x/decide', { body })).status).toBe(403);
    }
  });
});
