import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyHistory } from '../../src/server/history/verify.ts';
import { openStore } from '../../src/server/store/store.ts';
import { deed, findingArgs, join } from '../support/city-work.ts';
import { RawClient } from '../support/raw-client.ts';
import { type BuiltServer, buildServer, runServer } from '../support/server-process.ts';

const KILLS = 3;
const TABLETS = 6;
const DEEDS_A_PUSH = 20;
const ANSWERS_A_LIFE = 6;

let built: BuiltServer;
let dataDir: string;

beforeAll(async () => {
  built = await buildServer();
  dataDir = mkdtempSync(joinPath(tmpdir(), 'xundian-kill-'));
}, 120_000);
afterAll(() => {
  built.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a signal ends it cleanly, with exit code 0 and every answer given', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const server = await runServer(built.main, { DATA_DIR: dataDir });
    const person = await RawClient.signIn(server.url, 'inspector1', server.password);
    const { city } = await join(person);
    // A listener must not keep the server from ending.
    const listening = await fetch(`${server.url}/api/poke`, { headers: { cookie: person.cookie } });
    const under = person.sync([deed(1, 'finding.record', findingArgs(city))]);
    await wait(20);
    expect(await server.end(signal)).toBe(0);
    expect((await under).results).toEqual([{ seq: 1, status: 'applied' }]);
    await listening.body?.cancel();
  }
}, 120_000);

test('killed in the midst of pushes, it keeps what it answered and nothing by halves', async () => {
  const answered = new Map<string, number>();
  const tablets: { clientId: string; seq: number }[] = Array.from({ length: TABLETS }, () => ({
    clientId: new RawClient('').clientId,
    seq: 0,
  }));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const server = await runServer(built.main, { DATA_DIR: dataDir });
    const person = await RawClient.signIn(server.url, 'inspector1', server.password);
    const { city } = await join(person);
    let alive = true;
    let answers = 0;
    const pushing = tablets.map(async (tablet) => {
      const client = new RawClient(server.url, person.cookie, tablet.clientId);
      // What was lost with the last server is pushed again, as a tablet would.
      const standing = await client.sync().catch(() => null);
      if (standing) tablet.seq = standing.lastSeq;
      while (alive) {
        const pushed = Array.from({ length: DEEDS_A_PUSH }, (_, i) =>
          deed(tablet.seq + i + 1, 'finding.record', findingArgs(city)),
        );
        const answer = await client.sync(pushed).catch(() => null);
        if (!answer) return;
        tablet.seq = answer.lastSeq;
        answers += 1;
        answered.set(tablet.clientId, answer.lastSeq);
      }
    });
    // In full flow, and each time at another moment of it.
    while (answers < ANSWERS_A_LIFE) await wait(10);
    await wait(kill * 13);
    await server.end('SIGKILL');
    alive = false;
    await Promise.all(pushing);
  }
  const store = await openStore({ dataDir }, Date.now, () => undefined);
  const clients = await store.db.selectFrom('client').select(['id', 'last_seq']).execute();
  for (const { clientId } of tablets) {
    const last = clients.find((client) => client.id === clientId)?.last_seq ?? 0;
    expect(last).toBeGreaterThanOrEqual(answered.get(clientId) ?? 0);
    expect(last % DEEDS_A_PUSH).toBe(0);
    const journal = await store.db
      .selectFrom('journal')
      .select('args')
      .where('client', '=', clientId)
      .orderBy('seq')
      .execute();
    expect(journal).toHaveLength(last);
    const ids = journal.map(({ args }) => JSON.parse(args).id);
    const events = await store.db
      .selectFrom('event')
      .select('subject_id')
      .where('id', 'like', `${clientId}.%`)
      .execute();
    expect(events.map((event) => event.subject_id).toSorted()).toEqual(ids.toSorted());
  }
  const { rows } = await store.db.executeQuery<{ integrity_check: string }>(
    CompiledQuery.raw('pragma integrity_check'),
  );
  expect(rows).toEqual([{ integrity_check: 'ok' }]);
  const { id } = await store.db.selectFrom('office').select('id').executeTakeFirstOrThrow();
  const verdict = await verifyHistory(store, id);
  expect(verdict.fault).toBeNull();
  expect(verdict.deeds).toBeGreaterThan(DEEDS_A_PUSH);
  await store.close();
}, 180_000);
