import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StartOptions } from '../../src/server/main.ts';
import { openStore } from '../../src/server/store/store.ts';
import { rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';

eachStore((kind) => {
  let dataDir: string;
  let place: Partial<StartOptions>;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'xundian-start-'));
    place = { dataDir, databaseUrl: await kind.fresh() };
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const own = (changed: Partial<StartOptions> = {}) => startTestServer({ ...place, ...changed });
  /** The store, opened beside the server. */
  const opened = () =>
    openStore({ dataDir, databaseUrl: place.databaseUrl }, Date.now, () => undefined);

  test('the first start makes the sample city and says how to come in', async () => {
    const server = await own();
    expect(server.printed[0]).toContain(server.url);
    expect(server.printed[1]).toContain('inspector1（督查员一）');
    expect(server.printed[2]).toBe(`密码：${server.password}`);
    const answer = await (await RawClient.signIn(server.url, 'supervisor', server.password)).sync();
    const [office] = rowsOf(answer, 'office');
    expect(office).toMatchObject({ agency: '榆文明督', sample: true });
    const [round] = rowsOf(answer, 'round');
    expect(round?.name).toMatch(/^20\d\d年第[1-4]轮$/);
    const teams = rowsOf(answer, 'team');
    expect(teams.map((team) => team.name)).toEqual(['第1督查组', '第2督查组', '第3督查组']);
    expect(teams.map((team) => team.memberIds.length)).toEqual([1, 1, 1]);
    const walked = teams.flatMap((team) => team.pointIds);
    expect(new Set(walked).size).toBe(433);
    for (const team of teams) expect(Math.abs(team.pointIds.length - 433 / 3)).toBeLessThan(16);
    const streets = teams.map(
      (team) =>
        new Set(
          rowsOf(answer, 'point')
            .filter((point) => team.pointIds.includes(point.id))
            .map((point) => point.streetId),
        ),
    );
    expect(streets.reduce((sum, some) => sum + some.size, 0)).toBe(14);
    await server.close();
  });

  test('the second start finds everything made and changes nothing', async () => {
    const first = await own();
    const { head } = await first.context.store.db
      .selectFrom('office')
      .select('head')
      .executeTakeFirstOrThrow();
    await first.close();
    const second = await own();
    const after = await second.context.store.db
      .selectFrom('office')
      .select('head')
      .executeTakeFirstOrThrow();
    expect(after.head).toBe(head);
    await second.close();
  });

  test('without a password given, one is made once, kept for the user alone, and works again', async () => {
    const file = join(dataDir, 'sample-password');
    const start = async () => {
      const printed: string[] = [];
      const { startServer } = await import('../../src/server/main.ts');
      const server = await startServer({
        dataDir,
        databaseUrl: place.databaseUrl,
        host: '127.0.0.1',
        port: 0,
        empty: false,
        sampleDir: join(process.cwd(), 'src/server/sample/city'),
        clientDir: join(dataDir, 'none'),
        print: (line) => printed.push(line),
        logLevel: 'silent',
      });
      const password = /^密码：(.+)$/m.exec(printed.join('\n'))?.[1] ?? '';
      await RawClient.signIn(server.url, 'inspector1', password);
      await server.close();
      return password;
    };
    const password = await start();
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await start()).toBe(password);
    writeFileSync(file, 'another-one\n');
    expect(await start()).toBe('another-one');
  });

  test('with sample accounts it listens on no address but loopback, and says what to do', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example']) {
      await expect(own({ host })).rejects.toThrow('npm start -- --empty');
    }
    const server = await own();
    await server.close();
    await expect(own({ host: '0.0.0.0' })).rejects.toThrow('示例账号');
  });

  test('an empty office is set up once by the printed link, and then listens anywhere', async () => {
    const server = await own({ empty: true });
    const [, token = ''] = /\/set-up\?token=([\w-]+)/.exec(server.printed.join('\n')) ?? [];
    const stranger = new RawClient(server.url);
    const wanted = {
      token,
      officeName: '示例县创建办',
      agency: '示文明督',
      account: 'first-admin',
      password: 'a-long-password',
    };
    const setUp = (changed = {}) =>
      stranger.ask('/api/set-up', { body: { ...wanted, ...changed } });
    expect((await setUp({ token: 'x'.repeat(43) })).status).toBe(409);
    expect((await setUp({ password: 'short' })).status).toBe(400);
    for (const account of ['a', 'first admin', 'first/admin', 'first\\admin']) {
      expect((await setUp({ account })).status).toBe(400);
    }
    const done = await setUp();
    expect([done.status, done.body]).toMatchObject([
      200,
      { account: 'first-admin', role: 'admin' },
    ]);
    const again = await setUp({ account: 'second-admin' });
    expect([again.status, again.body]).toMatchObject([409, { code: 'set-up-done' }]);
    const admin = await RawClient.signIn(server.url, 'first-admin', 'a-long-password');
    const answer = await admin.sync();
    expect(rowsOf(answer, 'office')[0]).toMatchObject({ name: '示例县创建办', sample: false });
    expect(rowsOf(answer, 'point')).toEqual([]);
    expect(rowsOf(answer, 'calendar').length).toBeGreaterThan(20);
    await server.close();
    const open = await own({ host: '0.0.0.0' });
    expect(open.printed.join('')).not.toContain('set-up');
    await open.close();
  });

  test('while there is no administrator, each start prints a new link and the old one is dead', async () => {
    const linkOf = (lines: readonly string[]) => /token=([\w-]+)/.exec(lines.join('\n'))?.[1] ?? '';
    const first = await own({ empty: true });
    await first.close();
    const second = await own({ empty: true });
    const [old, fresh] = [linkOf(first.printed), linkOf(second.printed)];
    expect(fresh).not.toBe(old);
    const setUp = (token: string) =>
      new RawClient(second.url).ask('/api/set-up', {
        body: {
          token,
          officeName: '示例县',
          agency: '示',
          account: 'admin',
          password: 'a-long-password',
        },
      });
    expect((await setUp(old)).status).toBe(409);
    const links = await second.context.store.db.selectFrom('setup_link').select('hash').execute();
    expect(links[0]?.hash).not.toContain(fresh);
    expect((await setUp(fresh)).status).toBe(200);
    await second.close();
  });

  test('--empty never touches an office that holds the sample city', async () => {
    await (await own()).close();
    await expect(own({ empty: true })).rejects.toThrow('示例数据');
  });

  test('a store that is newer than the program is refused untouched', async () => {
    await (await own()).close();
    const store = await opened();
    await store.db
      .insertInto('migration')
      .values({ number: 999, name: 'from-the-future', applied_at: 1 })
      .execute();
    await store.close();
    const file = join(dataDir, 'xundian.sqlite');
    const before = kind.name === 'SQLite' ? readFileSync(file) : null;
    await expect(own()).rejects.toThrow('更新的程序');
    if (before) expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('the calendar holds the years that are published and no other', async () => {
    const server = await own({ empty: true });
    const { rows, store } = server.context;
    const years = (await rows.all(store.db, 'calendar')).map(({ row }) => row);
    const ids = years.map((year) => year.id).toSorted();
    expect(ids).toEqual(ids.map((_, i) => String(2004 + i)));
    const of = (year: string) => years.find((one) => one.id === year);
    expect(of('2026')?.holidays).toContain('2026-10-01');
    expect(of('2026')?.workdays).toContain('2026-10-10');
    expect(of('2023')?.workdays).toContain('2023-10-07');
    // A day off that falls on a weekend is not repeated.
    expect(of('2023')?.holidays).toContain('2023-10-02');
    expect(of('2023')?.holidays).not.toContain('2023-10-01');
    await server.close();
  });
});

test('what the command line cannot mean is refused with a sentence and a non-zero exit', async () => {
  const { readOptions } = await import('../../src/server/options.ts');
  const read = (argv: string[], env: Record<string, string> = {}) =>
    readOptions(argv, env, '/office', () => undefined);
  expect(() => read(['--emtpy'])).toThrow('不认识的启动参数');
  expect(() => read([], { PORT: 'http' })).toThrow('PORT');
  expect(read([])).toMatchObject({ host: '127.0.0.1', port: 4330, empty: false });
  expect(
    read(['--empty', '--data', 'x'], { PORT: '1', HOST: '::1', DATABASE_URL: ' ' }),
  ).toMatchObject({
    dataDir: '/office/x',
    port: 1,
    host: '::1',
    empty: true,
    databaseUrl: undefined,
  });
});
