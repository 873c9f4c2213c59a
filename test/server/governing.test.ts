import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccountList, AccountSummary, RoundAnswer, RoundList } from '../../src/protocol/admin.ts';
import { DeviceList } from '../../src/protocol/devices.ts';
import { buildApp } from '../../src/server/app.ts';
import { deed, findingArgs, join, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

eachStore((kind) => {
  let server: TestServer;
  let admin: RawClient;
  let supervisor: RawClient;
  let inspector: RawClient;

  const signIn = (account: string, password = server.password) =>
    RawClient.signIn(server.url, account, password);

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    admin = await signIn('admin');
    supervisor = await signIn('supervisor');
    inspector = await signIn('inspector1');
  });
  afterAll(() => server.end());

  const accounts = async () =>
    AccountList.parse((await supervisor.ask('/api/accounts')).body).accounts;
  const idOf = async (account: string) =>
    (await accounts()).find((one) => one.account === account)?.id ?? '';
  const fresh = {
    account: 'wang',
    name: '督查员四',
    role: 'inspector',
    unitId: null,
    password: 'long-enough-1',
  };

  test('an administrator makes an account, and its holder comes in', async () => {
    const made = await admin.ask('/api/accounts', { body: fresh });
    expect(made.status).toBe(201);
    expect(AccountSummary.parse(made.body)).toMatchObject({ account: 'wang', sample: false });
    expect(made.text).not.toContain('argon2');
    await signIn('wang', 'long-enough-1');
    const twice = await admin.ask('/api/accounts', { body: fresh });
    expect([twice.status, twice.body]).toMatchObject([409, { code: 'conflict' }]);
  });

  test('an account that answers for a unit names one, and no other does', async () => {
    const make = (changed: object) =>
      admin.ask('/api/accounts', { body: { ...fresh, account: 'unit-x', ...changed } });
    expect((await make({ role: 'unit' })).status).toBe(400);
    expect((await make({ role: 'unit', unitId: 'U99' })).status).toBe(400);
    expect((await make({ unitId: 'U04' })).status).toBe(400);
    expect((await make({ password: 'short' })).status).toBe(400);
    expect((await make({ role: 'unit', unitId: 'U05' })).status).toBe(201);
  });

  test('a changed password ends every session of its account', async () => {
    const holder = await signIn('wang', 'long-enough-1');
    const id = await idOf('wang');
    const body = { password: 'another-long-1' };
    expect((await admin.ask(`/api/accounts/${id}`, { method: 'PATCH', body })).status).toBe(200);
    expect((await holder.ask('/api/session')).status).toBe(401);
    await signIn('wang', 'another-long-1');
  });

  test('a sample account with a password of its own is none any more', async () => {
    const id = await idOf('inspector3');
    const body = { password: 'my-own-password' };
    await admin.ask(`/api/accounts/${id}`, { method: 'PATCH', body });
    server = await server.restart();
    await signIn('inspector3', 'my-own-password');
    expect(server.printed.join('')).not.toContain('inspector3');
  });

  test('a server that listens publicly brings no printed password back to life', async () => {
    const id = await idOf('inspector2');
    const { app, close } = await buildApp({ ...server.context, host: '0.0.0.0' });
    const patch = async (body: object) => {
      const answer = await app.inject({
        method: 'PATCH',
        url: `/api/accounts/${id}`,
        headers: { cookie: admin.cookie },
        payload: body,
      });
      return [answer.statusCode, answer.json()];
    };
    expect(await patch({ disabled: true })).toMatchObject([200, { disabled: true, sample: true }]);
    const refused = await patch({ disabled: false });
    expect(refused).toMatchObject([409, { code: 'conflict' }]);
    expect(JSON.stringify(refused)).toMatch(/示例账号.*重设密码/);
    expect((await accounts()).find((one) => one.id === id)?.disabled).toBe(true);
    const own = { disabled: false, password: 'my-own-password' };
    expect(await patch(own)).toMatchObject([200, { disabled: false, sample: false }]);
    expect(await patch({ disabled: true })).toMatchObject([200, { disabled: true }]);
    expect(await patch({ disabled: false })).toMatchObject([200, { disabled: false }]);
    await close();
  });

  test('on this machine alone a sample account comes back as it was', async () => {
    const id = await idOf('unit-u04');
    const change = (body: object) => admin.ask(`/api/accounts/${id}`, { method: 'PATCH', body });
    expect((await change({ disabled: true })).status).toBe(200);
    expect((await change({ disabled: false })).body).toMatchObject({
      disabled: false,
      sample: true,
    });
    await signIn('unit-u04');
  });

  test('the last administrator can neither be closed nor become something else', async () => {
    const id = await idOf('admin');
    const change = (body: object) => admin.ask(`/api/accounts/${id}`, { method: 'PATCH', body });
    expect((await change({ disabled: true })).status).toBe(409);
    expect((await change({ role: 'inspector' })).status).toBe(409);
    expect((await change({ name: '管理员甲' })).status).toBe(200);
    const missing = await admin.ask('/api/accounts/none', {
      method: 'PATCH',
      body: { name: '无' },
    });
    expect(missing.status).toBe(404);
    expect(
      (await supervisor.ask(`/api/accounts/${id}`, { method: 'PATCH', body: { name: '越权' } }))
        .status,
    ).toBe(403);
  });

  test("the office's settings reach every device, and the page's policy names no map's host", async () => {
    await inspector.sync();
    const patch = (body: object) => admin.ask('/api/office', { method: 'PATCH', body });
    const tileUrl = 'https://{s}.tiles.example/{z}/{x}/{y}.png';
    const changed = await patch({ contact: '张', phone: '0912-1', closeHour: 17, tileUrl });
    expect(changed.status).toBe(200);
    expect(rowsOf(await inspector.sync(), 'office')).toMatchObject([
      { agency: '榆文明督', contact: '张', closeHour: 17, tileUrl, sample: true },
    ]);
    const policy = (await admin.ask('/healthz')).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/img-src 'self' blob: data:;/);
    expect(policy).not.toMatch(/https?:/);
    for (const bad of [
      { tileUrl: 'javascript:alert(1)/{z}{x}{y}' },
      { tileUrl: "https://x;script-src 'unsafe-inline'/{z}/{x}/{y}" },
      { tileUrl: 'https://tiles.example/' },
      { tileUrl: '//elsewhere/{z}/{x}/{y}' },
      { closeHour: 25 },
      { name: '' },
    ]) {
      expect((await patch(bad)).status).toBe(400);
    }
    expect((await patch({ tileUrl: '/tiles/{z}/{x}/{y}.png' })).status).toBe(200);
    expect(
      (await supervisor.ask('/api/office', { method: 'PATCH', body: { name: '越' } })).status,
    ).toBe(403);
  });

  test('an administrator opens a round, and its groups reach their members', async () => {
    const members = [await idOf('inspector1'), await idOf('inspector2')];
    const wanted = {
      name: '2026年补查',
      starts: '2026-12-01',
      ends: '2026-12-31',
      kind: 'key',
      teams: members.map((id, i) => ({ name: `第${i + 1}组`, memberIds: [id] })),
    };
    const open = (changed: object) => admin.ask('/api/rounds', { body: { ...wanted, ...changed } });
    const made = await open({});
    expect(made.status).toBe(201);
    const { round, teams } = RoundAnswer.parse(made.body);
    expect(teams.flatMap((team) => team.pointIds)).toHaveLength(433);
    const pulled = await inspector.sync();
    expect(rowsOf(pulled, 'round')).toEqual([round]);
    expect(rowsOf(pulled, 'team')).toHaveLength(2);
    const list = RoundList.parse((await supervisor.ask('/api/rounds')).body);
    expect(list.rounds.map(({ teams: some }) => some.length)).toEqual([2, 3]);
    for (const bad of [
      { starts: '2026-13-01' },
      { ends: '2026-11-01' },
      { teams: [] },
      { teams: [{ name: '甲', memberIds: [await idOf('unit-u04')] }] },
      { kind: 'all' },
    ]) {
      expect((await open(bad)).status).toBe(400);
    }
    expect((await inspector.ask('/api/rounds', { body: wanted })).status).toBe(403);
  });

  test('what an administrator has just changed holds for the very next deed', async () => {
    const tablet = inspector.another();
    const { city } = await join(tablet);
    const before = await tablet.sync([deed(1, 'finding.record', findingArgs(city))]);
    expect(before.results[0]?.status).toBe('applied');
    const teams = [{ name: '第1组', memberIds: [await idOf('inspector1')] }];
    const wanted = { name: '加查', starts: '2026-12-01', ends: '2026-12-02', kind: 'key', teams };
    const { round } = RoundAnswer.parse((await admin.ask('/api/rounds', { body: wanted })).body);
    const args = findingArgs(city, { roundId: round.id });
    const after = await tablet.sync([deed(2, 'finding.record', args)]);
    expect(after.results).toEqual([{ seq: 2, status: 'applied' }]);
    const [header = '', ...lines] = readFileSync(
      'src/server/sample/city/points-key.tsv',
      'utf8',
    ).split('\n');
    const line = lines.find((one) => one.startsWith(`${city.point.id}\t`)) ?? '';
    const body = `${header}\n${line.replace(city.point.name, '改过的名称')}`;
    const headers = { 'content-type': 'text/tab-separated-values' };
    expect((await admin.ask('/api/import/points', { body, headers })).status).toBe(200);
    const renamed = await tablet.sync([deed(3, 'finding.record', findingArgs(city))]);
    expect(rowsOf(renamed, 'finding')).toMatchObject([{ pointName: '改过的名称' }]);
  });

  test('the supervisor sees who holds unsent work on which device, and how many numbers', async () => {
    const tablet = inspector.another();
    await tablet.sync();
    const since = Date.now() - 3_600_000;
    const body = tablet.request([], tablet.cursor);
    const device = { ...Object(body.device), unsent: 7, unsentSince: since, label: '一号平板' };
    await tablet.ask('/api/sync', { body: { ...body, device } });
    const list = DeviceList.parse((await supervisor.ask('/api/devices')).body);
    const told = list.devices.find(({ clientId }) => clientId === tablet.clientId);
    expect(told).toMatchObject({ accountName: '督查员一', leased: 10 });
    expect(told?.report).toMatchObject({ unsent: 7, unsentSince: since, label: '一号平板' });
  });

  test('whoever listens hears of a commit that changed rows, and of no other', async () => {
    const response = await fetch(`${server.url}/api/poke`, {
      headers: { cookie: supervisor.cookie },
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const tablet = inspector.another();
    const { city } = await join(tablet);
    await tablet.sync([deed(1, 'finding.record', findingArgs(city, { pointId: 'none' }))]);
    await tablet.sync([deed(2, 'finding.record', findingArgs(city))]);
    const { head } = await server.context.store.db
      .selectFrom('office')
      .select('head')
      .executeTakeFirstOrThrow();
    let heard = '';
    while (!heard.includes('poke')) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(heard.split('\n\n').filter((part) => part.includes('poke'))).toEqual([
      `event: poke\ndata: {"version":${head}}`,
    ]);
    expect((await new RawClient(server.url).ask('/api/poke')).status).toBe(401);
  });
});
