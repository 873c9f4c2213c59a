/**
 * Yesterday's store, with a full outbox, opens under today's program and all of it
 * arrives. One file for each schema that was ever released, made by the program of its day.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../src/client/store/database.ts';
import { listDecided, listRefused } from '../../src/client/store/refused.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { NOON } from '../support/small-city.ts';
import { loadStoreFile, StoreFile } from '../support/store-file.ts';
import { machine, openTablet, type Tablet } from '../support/tablet.ts';

const FOLDER = join(import.meta.dirname, 'stores');

function released(version: number): StoreFile {
  return StoreFile.parse(JSON.parse(readFileSync(join(FOLDER, `${version}.json`), 'utf8')));
}

function rowsIn(file: StoreFile, table: string): Record<string, unknown>[] {
  return file.tables.find(({ name }) => name === table)?.rows ?? [];
}

/** An office that has answered what the store says was answered, and lent the numbers it holds. */
function officeOf(file: StoreFile): MemoryServer {
  const server = new MemoryServer();
  const [client = ''] = rowsIn(file, 'meta').flatMap(({ key, value }) =>
    key === 'clientId' ? [String(value)] : [],
  );
  const first = Math.min(...rowsIn(file, 'outbox').map(({ seq }) => Number(seq)));
  const { accountId } = server.actor;
  server.clients.set(client, { accountId, lastSeq: first - 1, results: new Map() });
  for (const { seq } of rowsIn(file, 'lease')) {
    server.register.set(Number(seq), { client, used: false });
  }
  return server;
}

const VERSIONS = Array.from({ length: SCHEMA_VERSION }, (_, nth) => nth + 1);

test('every schema that was released has its store kept', () => {
  const kept = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  expect(kept.sort()).toEqual(VERSIONS.map((version) => `${version}.json`).sort());
});

test('what was given up under the first schema stays given up, with when it was', async () => {
  const file = released(1);
  for (const row of rowsIn(file, 'refused')) row.discardedAt = NOON;
  const on = machine();
  await loadStoreFile(on.indexedDB, file);
  const tablet = await openTablet(officeOf(file), on);
  expect(await listRefused(tablet.db)).toEqual([]);
  expect(await listDecided(tablet.db)).toMatchObject([
    { title: 'finding.record', decision: { how: 'given-up', at: NOON } },
  ]);
  await tablet.close();
});

test.each(VERSIONS)(
  'a full store of schema %i loses nothing by the update, and arrives',
  async (version) => {
    const file = released(version);
    const waiting = rowsIn(file, 'outbox');
    expect(waiting.length).toBeGreaterThan(5);
    const on = machine();
    await loadStoreFile(on.indexedDB, file);
    const server = officeOf(file);
    server.network = 'down';
    const tablet: Tablet = await openTablet(server, on);
    expect(await tablet.db.outbox.orderBy('seq').toArray()).toEqual(waiting);
    expect(await listRefused(tablet.db)).toMatchObject([{ title: 'finding.record' }]);
    expect(await tablet.db.draft.toArray()).toMatchObject([{ text: '还没有保存的问题' }]);
    const [notice] = await tablet.db.notice.toArray();
    expect(notice?.number?.seq).toBe(1);

    server.network = 'up';
    await tablet.sync();
    expect(await tablet.db.outbox.count()).toBe(0);
    expect(server.rows.all('notice')).toMatchObject([{ id: notice?.id, number: { seq: 1 } }]);
    expect(server.rows.all('inspection')).toMatchObject([{ finishedAt: expect.any(Number) }]);
    expect(server.rows.all('finding').map(({ text }) => text)).toContain('待上传的问题');
    expect((await tablet.db.blob.toArray()).map(({ state }) => state)).toEqual(['arrived']);
    expect(await listRefused(tablet.db)).toHaveLength(1);
    await tablet.close();
  },
);
