/** 发文登记簿: read by those who answer for it, and taken away as a workbook. */

import readXlsxFile from 'read-excel-file/node';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { auditYear } from '../../src/domain/register.ts';
import { lineOf, NumberList } from '../../src/protocol/numbers.ts';
import { registerSheet } from '../../src/server/exports/register.ts';
import { type City, deed, findingArgs, join, noticeArgs, UNIT } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-10-12T02:00:00Z');
const FORMULA = '=HYPERLINK("http://example.org","点我")\u0007';

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let supervisor: RawClient;
  let city: City;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => NOW });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  const read = async (year = 2026) =>
    NumberList.parse((await supervisor.ask(`/api/numbers?year=${year}`)).body);

  /** Issues two, voids the second, and takes back what another device holds. */
  async function work() {
    const client = person.another();
    const [first = null, second = null] = (await client.sync()).numberLeases;
    const ids = [uuidv7(), uuidv7()];
    const [one = '', other = ''] = ids;
    const voided = uuidv7();
    await client.sync([
      deed(1, 'finding.record', findingArgs(city, { id: one }), NOW),
      deed(2, 'finding.record', findingArgs(city, { id: other }), NOW),
      deed(3, 'notice.issue', noticeArgs(city, [one], { number: first }), NOW),
      deed(4, 'notice.issue', noticeArgs(city, [other], { id: voided, number: second }), NOW),
    ]);
    await supervisor.sync([deed(1, 'notice.void', { id: voided, reason: FORMULA }, NOW)]);
    const lost = person.another();
    await lost.sync();
    await supervisor.ask(`/api/devices/${lost.clientId}/recall`, { body: { reason: '平板遗失' } });
  }

  test('every number of the year stands there with its notice, unit, date and holder, and none is unexplained', async () => {
    await work();
    const { years, series, numbers, year } = await read();
    expect([year, years]).toEqual([2026, [2026]]);
    expect(series).toEqual([{ agency: '榆文明督', next: numbers.length + 1 }]);
    expect(auditYear(numbers.map(lineOf), series)).toMatchObject([{ unexplained: [] }]);
    const used = numbers.find((one) => one.state === 'used');
    expect(used?.paper).toMatchObject({ issuedAt: NOW });
    expect(used?.paper?.unitName).not.toBe('');
    expect(used?.holder).toMatchObject({ accountName: '督查员一', label: '测试设备' });
    expect(new Set(numbers.map((one) => one.state))).toEqual(
      new Set(['used', 'voided', 'leased', 'recalled']),
    );
  });

  test('a year without numbers is an empty register, and says which years have some', async () => {
    expect(await read(2025)).toEqual({ year: 2025, years: [2026], series: [], numbers: [] });
  });

  test('the workbook holds the same lines as the screen, its sheet is the year', async () => {
    const { numbers } = await read();
    const response = await fetch(`${server.url}/api/numbers.xlsx?year=2026`, {
      headers: { cookie: supervisor.cookie },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="register-2026.xlsx"; filename*=UTF-8''${encodeURIComponent('发文登记簿-2026.xlsx')}`,
    );
    const [sheet, ...others] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    expect(others).toEqual([]);
    expect(sheet?.sheet).toBe('2026');
    const [head, ...lines] = sheet?.data ?? [];
    expect(head).toEqual(['文号', '状态', '持有人或原因', '主送单位', '文种', '日期']);
    expect(lines.map(([number]) => number)).toEqual(numbers.map(sayNumber));
    const lineOfState = (state: string) => lines.find((line) => line[1] === state);
    expect(lineOfState('在租')?.slice(2)).toEqual([
      '督查员一 · 测试设备',
      null,
      null,
      '2026-10-12',
    ]);
    expect(lineOfState('收回')?.[2]).toBe('平板遗失（督查负责人收回）');
    expect(lineOfState('已用')?.[3]).toBe(numbers.find((one) => one.paper)?.paper?.unitName);
  });

  test('what anybody wrote is text in the workbook, never a formula, and what XML lacks is left out', async () => {
    const [sheet] = await readXlsxFile(await registerSheet(await read()));
    const voided = sheet?.data.find((line) => line[1] === '作废');
    // A formula reads back as its value, and has none here.
    expect(voided?.[2]).toBe(FORMULA.slice(0, -1));
  });

  test('neither an inspector nor a unit reads or takes away the register', async () => {
    const unit = await RawClient.signIn(server.url, `unit-${UNIT.toLowerCase()}`, server.password);
    for (const path of ['/api/numbers', '/api/numbers.xlsx']) {
      for (const who of [person, unit]) {
        expect((await who.ask(`${path}?year=2026`)).status).toBe(403);
      }
      expect((await supervisor.ask(`${path}?year=26`)).status).toBe(400);
    }
  });
});
