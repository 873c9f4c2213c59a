import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeviceList } from '../../src/protocol/devices.ts';
import type { DeviceReport, PushedMutation } from '../../src/protocol/sync.ts';
import { type City, deed, findingArgs, join } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const SINCE = Date.parse('2026-10-12T02:00:00Z');

eachStore((kind) => {
  let server: TestServer;
  let supervisor: RawClient;
  let person: RawClient;
  let city: City;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  const record = (seq: number, changed = {}) =>
    deed(seq, 'finding.record', findingArgs(city, changed));

  /** Pushes with what the device says of itself at that moment. */
  async function push(
    client: RawClient,
    mutations: readonly PushedMutation[],
    said: Partial<DeviceReport>,
  ): Promise<number> {
    const body = client.request(mutations, null);
    const device = { ...Object(body.device), ...said };
    return (await client.ask('/api/sync', { body: { ...body, device } })).status;
  }

  async function reportOf(client: RawClient): Promise<DeviceReport | undefined> {
    const { devices } = DeviceList.parse((await supervisor.ask('/api/devices')).body);
    return devices.find(({ clientId }) => clientId === client.clientId)?.report;
  }

  test('what has just arrived is not shown as unsent until the next round trip', async () => {
    const client = person.another();
    await push(client, [record(1), record(2)], { unsent: 2, unsentSince: SINCE });
    expect(await reportOf(client)).toMatchObject({ unsent: 0, unsentSince: null, refused: 0 });
  });

  test('what did not fit into the push is still unsent, and so are photos', async () => {
    const client = person.another();
    const said = { unsent: 5, unsentPhotos: 1, unsentSince: SINCE };
    await push(client, [record(1), record(2)], said);
    expect(await reportOf(client)).toMatchObject({ ...said, unsent: 3 });
    await push(client, [record(3), record(4), record(5)], { ...said, unsent: 3 });
    expect(await reportOf(client)).toMatchObject({ ...said, unsent: 0 });
  });

  test('what was refused has arrived, and counts as refused', async () => {
    const client = person.another();
    const pushed = [record(1), record(2, { pointId: 'none' })];
    await push(client, pushed, { unsent: 2, refused: 1, unsentSince: SINCE });
    expect(await reportOf(client)).toMatchObject({ unsent: 0, unsentSince: null, refused: 2 });
  });

  test('an answer that was lost is told again, and the report is the same', async () => {
    const client = person.another();
    const pushed = [record(1), record(2, { pointId: 'none' })];
    const said = { unsent: 2, unsentSince: SINCE };
    await push(client, pushed, said);
    await push(client, pushed, said);
    expect(await reportOf(client)).toMatchObject({ unsent: 0, unsentSince: null, refused: 1 });
  });

  test('what lies beyond a gap is not taken, and is still unsent', async () => {
    const client = person.another();
    await push(client, [record(1), record(3)], { unsent: 2, unsentSince: SINCE });
    expect(await reportOf(client)).toMatchObject({ unsent: 1, unsentSince: SINCE });
  });

  test('what a person gave up is read with its reason, until it is taken back', async () => {
    const client = person.another();
    const decide = (seq: number, of: number, decision: 'given-up' | 'restored') =>
      deed(seq, 'refused.decide', {
        id: client.clientId,
        seq: of,
        decision,
        reason: '已另行登记',
        title: '登记问题：井盖破损',
      });
    const given = async () => {
      const { devices } = DeviceList.parse((await supervisor.ask('/api/devices')).body);
      return devices.find(({ clientId }) => clientId === client.clientId)?.givenUp;
    };
    // The second was taken: nobody gives that up.
    const pushed = [record(1, { pointId: 'none' }), record(2)];
    await push(client, [...pushed, decide(3, 1, 'given-up'), decide(4, 2, 'given-up')], {});
    const told = { title: '登记问题：井盖破损', reason: '已另行登记' };
    expect(await given()).toMatchObject([{ seq: 1, code: 'point-missing', ...told }]);
    await push(client, [decide(5, 1, 'restored')], {});
    expect(await given()).toEqual([]);
  });

  test('nobody decides on a deed that is still to come', async () => {
    const client = person.another();
    const { body } = await client.ask('/api/sync', {
      body: client.request(
        [
          deed(1, 'refused.decide', {
            id: client.clientId,
            seq: 1,
            decision: 'given-up',
            reason: '',
            title: '',
          }),
        ],
        null,
      ),
    });
    expect(Object(body).results).toMatchObject([{ status: 'rejected', code: 'malformed' }]);
  });

  test('where one deed makes the server fail, those before it are not unsent', async () => {
    const client = person.another();
    await client.sync();
    const { rows } = server.context;
    const write = rows.write.bind(rows);
    Object.defineProperty(rows, 'write', {
      configurable: true,
      value: async (...[tx, table, entries, version]: Parameters<typeof write>) => {
        if (entries.some(({ row }) => JSON.stringify(row).includes('服务器会出错'))) {
          throw new Error('this deed fails');
        }
        return write(tx, table, entries, version);
      },
    });
    const pushed = [record(1), record(2), record(3, { text: '服务器会出错' }), record(4)];
    expect(await push(client, pushed, { unsent: 4, unsentSince: SINCE })).toBe(500);
    Reflect.deleteProperty(rows, 'write');
    expect(await reportOf(client)).toMatchObject({ unsent: 2, unsentSince: SINCE });
  });
});
