import { appendFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { command } from '../../src/server/cli.ts';
import { DAY_LOG } from '../../src/server/history/day-log.ts';
import { deed, findingArgs, join } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

eachStore((kind) => {
  let server: TestServer;
  let databaseUrl: string | undefined;

  beforeAll(async () => {
    databaseUrl = await kind.fresh();
    server = await startTestServer({ databaseUrl });
    const person = await RawClient.signIn(server.url, 'inspector1', server.password);
    const { city } = await join(person);
    await person.sync([deed(1, 'finding.record', findingArgs(city))]);
    await server.context.jobs.idle();
  });
  afterAll(() => server.end());
  afterEach(() => {
    process.exitCode = undefined;
  });

  /** What `npm run xundian -- verify-history …` says, and its exit code. */
  const verify = async (...more: string[]) => {
    const said: string[] = [];
    const hear = (line: unknown) => said.push(String(line));
    const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
    for (const spy of spies) spy.mockImplementation(hear);
    await command(
      ['verify-history', '--data', server.dataDir, ...more],
      { DATABASE_URL: databaseUrl },
      server.dataDir,
    );
    for (const spy of spies) spy.mockRestore();
    const code = process.exitCode ?? 0;
    process.exitCode = undefined;
    return { said: said.join('\n'), code };
  };

  test('at the console, beside a running server, a whole history is said to be whole', async () => {
    const { said, code } = await verify();
    expect(said).toContain('核对无误');
    expect(said).toContain('与 1 天的日志相符');
    expect(code).toBe(0);
    const [end = ''] = /\d+-[0-9a-f]{24}/.exec(said) ?? [];
    expect((await verify('--expect', end)).code).toBe(0);
  });

  test('an end that was written down and is not there is named, with exit code 1', async () => {
    const cut = await verify('--expect', `9999-${'a'.repeat(24)}`);
    expect(cut).toMatchObject({ code: 1 });
    expect(cut.said).toContain('末尾被截掉了');
    const other = await verify('--expect', `1-${'a'.repeat(24)}`);
    expect(other).toMatchObject({ code: 1 });
    expect(other.said).toContain('历史链第 1 条与单位记下的不同');
    expect(await verify('--expect', 'nonsense')).toMatchObject({ code: 1 });
    expect(await verify('more')).toMatchObject({ code: 1 });
  });

  test('the end of a day that is in the file beside the store has to be in the chain', async () => {
    appendFileSync(joinPath(server.dataDir, DAY_LOG), `2026-11-30 1-${'b'.repeat(24)}\n`);
    const { said, code } = await verify();
    expect(code).toBe(1);
    expect(said).toContain('2026-11-30 的日志');
  });
});
