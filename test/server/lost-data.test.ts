/** A tablet that comes back empty: noticed by its cookie, said to its person once, and on record. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeviceList } from '../../src/protocol/devices.ts';
import { HereAnswer } from '../../src/protocol/here.ts';
import type { DeviceReport } from '../../src/protocol/sync.ts';
import { eachStore } from '../support/each-store.ts';
import { cookieOf, RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const T0 = Date.parse('2026-11-23T02:00:00Z');
const HOUR = 3_600_000;

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let supervisor: RawClient;
  let now = T0;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh(), now: () => now });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
  });
  afterAll(() => server.end());

  /** A browser: what it keeps of cookies outlives what it keeps of the app. */
  class Browser {
    device = '';
    constructor(readonly person: RawClient) {}

    /** Its store, as it is opened the first time or after everything was cleared. */
    async newStore(said: Partial<DeviceReport> = {}): Promise<RawClient> {
      const store = this.person.another();
      const body = store.request([], null);
      const device = { ...Object(body.device), ...said };
      await store.ask('/api/sync', { body: { ...body, device } });
      return store;
    }

    async here(store: RawClient, said: { gone?: string[]; told?: string[] } = {}) {
      const cookies = [store.cookie, this.device].filter(Boolean).join('; ');
      const body = { clientId: store.clientId, gone: [], told: [], ...said };
      const answer = await store.ask('/api/here', { body, headers: { cookie: cookies } });
      if (answer.headers.has('set-cookie')) this.device = cookieOf(answer);
      return { answer, former: HereAnswer.parse(answer.body).former };
    }
  }

  const listed = async (store: RawClient) => {
    const { devices } = DeviceList.parse((await supervisor.ask('/api/devices')).body);
    return devices.find(({ clientId }) => clientId === store.clientId);
  };

  test('the device’s cookie is seen by no script and no other site, for as long as browsers keep one', async () => {
    const browser = new Browser(person);
    const { answer, former } = await browser.here(await browser.newStore());
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^xundian_device=[\w-]{43}; Path=\/api\/here; HttpOnly; SameSite=Strict/,
    );
    expect(cookie).toMatch(/Max-Age=34560000/);
    expect(former).toEqual([]);
  });

  test('a store that never came back is told with what it had not sent, until it has been read', async () => {
    const browser = new Browser(person);
    const lost = await browser.newStore({ unsent: 3, unsentPhotos: 2, unsentSince: T0 });
    await browser.here(lost);
    expect(await listed(lost)).toMatchObject({ lostAt: null });
    now += HOUR;
    const fresh = await browser.newStore();
    const told = [{ clientId: lost.clientId, lastContact: T0, unsent: 3, unsentPhotos: 2 }];
    expect((await browser.here(fresh)).former).toEqual(told);
    expect((await browser.here(fresh)).former).toEqual(told);
    expect((await browser.here(fresh, { told: [lost.clientId] })).former).toEqual([]);
    expect((await browser.here(fresh)).former).toEqual([]);
    expect(await listed(lost)).toMatchObject({ lostAt: now, report: { unsent: 3 } });
    expect(await listed(fresh)).toMatchObject({ lostAt: null });
  });

  test('a store that speaks again is not lost any more', async () => {
    const browser = new Browser(person);
    const first = await browser.newStore({ unsent: 1 });
    await browser.here(first);
    const second = await browser.newStore();
    await browser.here(second);
    expect(await listed(first)).toMatchObject({ lostAt: now });
    await browser.here(first);
    expect(await listed(first)).toMatchObject({ lostAt: null });
    expect(await listed(second)).toMatchObject({ lostAt: now });
  });

  test('without the cookie the device’s own memory will do', async () => {
    const browser = new Browser(person);
    const lost = await browser.newStore({ unsent: 4 });
    const fresh = await browser.newStore();
    const { former } = await browser.here(fresh, { gone: [lost.clientId] });
    expect(former).toMatchObject([{ clientId: lost.clientId, unsent: 4 }]);
    expect(await listed(lost)).toMatchObject({ lostAt: now });
  });

  test('another person on the same device loses nothing and is told nothing', async () => {
    const browser = new Browser(person);
    const mine = await browser.newStore({ unsent: 1 });
    await browser.here(mine);
    const colleague = await RawClient.signIn(server.url, 'inspector2', server.password);
    const theirs = new Browser(colleague);
    theirs.device = browser.device;
    const store = await theirs.newStore();
    const { former } = await theirs.here(store, { gone: [mine.clientId] });
    expect(former).toEqual([]);
    expect(await listed(mine)).toMatchObject({ lostAt: null });
  });

  test('the same browser by another address keeps another storage, and nothing is lost', async () => {
    const browser = new Browser(person);
    const here = await browser.newStore();
    await browser.here(here);
    const there = await browser.newStore();
    const body = { clientId: there.clientId, gone: [], told: [] };
    await there.ask('/api/here', {
      body,
      headers: { cookie: `${there.cookie}; ${browser.device}`, 'x-forwarded-host': 'xundian.lan' },
    });
    expect(await listed(here)).toMatchObject({ lostAt: null });
  });

  test('an ordinary day writes nothing', async () => {
    const browser = new Browser(person);
    const store = await browser.newStore();
    await browser.here(store);
    const rows = () =>
      server.context.store.db
        .selectFrom('device_client')
        .selectAll()
        .where('client', '=', store.clientId)
        .execute();
    const before = await rows();
    now += HOUR;
    await browser.here(store);
    expect(await rows()).toEqual(before);
  });
});
