import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLES } from '../../src/protocol/rows/index.ts';
import type { SyncResponse } from '../../src/protocol/sync.ts';
import {
  amendArgs,
  type City,
  deed,
  findingArgs,
  join,
  noticeArgs,
  OTHER_UNIT,
  photoArgs,
  rowsOf,
  UNIT,
} from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg, sha256 } from '../support/jpeg.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { upload } from '../support/uploads.ts';

eachStore((kind) => {
  let server: TestServer;
  let inspector: RawClient;
  let supervisor: RawClient;
  let admin: RawClient;
  let unit: RawClient;
  let city: City;
  let seq = 0;

  const signIn = (account: string) => RawClient.signIn(server.url, account, server.password);
  const next = () => {
    seq += 1;
    return seq;
  };

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    inspector = await signIn('inspector1');
    supervisor = await signIn('supervisor');
    admin = await signIn('admin');
    unit = await signIn('unit-u04');
    city = (await join(inspector)).city;
    await unit.sync();
  });
  afterAll(() => server.end());

  const ids = (response: SyncResponse, table: 'finding' | 'photo' | 'event' | 'notice') =>
    rowsOf(response, table).map((row) => row.id);
  const dels = (response: SyncResponse, table: string) =>
    response.patch.dels.filter((del) => del.table === table).map((del) => del.id);

  /** A finding with one photo, recorded by the inspector. */
  async function record(unitId = UNIT) {
    const id = uuidv7();
    const photo = photoArgs('a'.repeat(64));
    await inspector.sync([
      deed(next(), 'finding.record', findingArgs(city, { id, unitId, photos: [photo] })),
    ]);
    return { id, photo };
  }

  async function issue(findingIds: string[], unitId = UNIT): Promise<string> {
    const id = uuidv7();
    const args = noticeArgs(city, findingIds, { id, unitId });
    const { results } = await inspector.sync([deed(next(), 'notice.issue', args)]);
    expect(results[0]?.status).toBe('applied');
    return id;
  }

  test('the office sees every row but the unlisted points', async () => {
    const answer = await inspector.another().sync();
    const points = rowsOf(answer, 'point');
    expect(points).toHaveLength(433);
    expect(points.every((point) => point.kind === 'key')).toBe(true);
    expect(rowsOf(answer, 'checklist')).toHaveLength(39);
    expect(rowsOf(answer, 'unit')).toHaveLength(68);
    expect(rowsOf(answer, 'team')).toHaveLength(3);
  });

  test('a unit holds the calendar, the units and the rounds, and of the city nothing', async () => {
    const answer = await unit.another().sync();
    const held = TABLES.filter((table) => rowsOf(answer, table).length > 0);
    for (const table of ['checklist', 'point', 'team', 'inspection']) {
      expect(held).not.toContain(table);
    }
    expect(held).toEqual(expect.arrayContaining(['office', 'calendar', 'unit', 'round']));
  });

  test('a unit sees a finding, its photos and its history from the notice on, and not before', async () => {
    const { id, photo } = await record();
    const before = await unit.sync();
    expect([...ids(before, 'finding'), ...ids(before, 'photo'), ...ids(before, 'event')]).toEqual(
      [],
    );
    const noticeId = await issue([id]);
    const after = await unit.sync();
    expect(ids(after, 'finding')).toEqual([id]);
    expect(ids(after, 'photo')).toEqual([photo.id]);
    expect(ids(after, 'notice')).toEqual([noticeId]);
    const kinds = rowsOf(after, 'event').map((event) => event.kind);
    expect(kinds.toSorted()).toEqual(['assigned', 'issued', 'recorded']);
  });

  test("a unit never sees another unit's findings or notices", async () => {
    const { id } = await record(OTHER_UNIT);
    await issue([id], OTHER_UNIT);
    const answer = await unit.another().sync();
    expect(rowsOf(answer, 'finding').every((finding) => finding.unitId === UNIT)).toBe(true);
    expect(rowsOf(answer, 'notice').every((notice) => notice.unitId === UNIT)).toBe(true);
    expect(rowsOf(answer, 'event').every((event) => event.unitId === UNIT)).toBe(true);
    expect(ids(answer, 'finding')).not.toContain(id);
  });

  test('a finding that turns to another unit after its notice was voided leaves the first as a deletion', async () => {
    const { id, photo } = await record();
    const noticeId = await issue([id]);
    await unit.sync();
    await supervisor.sync();
    await supervisor.sync([deed(1, 'notice.void', { id: noticeId, reason: '单位有误' })]);
    const voided = await unit.sync();
    expect(rowsOf(voided, 'notice')[0]).toMatchObject({ id: noticeId, state: 'voided' });
    expect(rowsOf(voided, 'finding')[0]).toMatchObject({ id, state: 'recorded' });
    const facts = amendArgs(findingArgs(city, { id, unitId: OTHER_UNIT, photos: [photo] }));
    await inspector.sync([deed(next(), 'finding.amend', facts)]);
    const left = await unit.sync();
    expect(dels(left, 'finding')).toEqual([id]);
    expect(dels(left, 'photo')).toEqual([photo.id]);
    expect(dels(left, 'event').length).toBeGreaterThan(0);
    expect(ids(left, 'finding')).toEqual([]);
    const fresh = await unit.another().sync();
    expect(ids(fresh, 'finding')).not.toContain(id);
    expect(ids(fresh, 'photo')).not.toContain(photo.id);
    expect(rowsOf(fresh, 'event').filter((event) => event.subjectId === id)).toEqual([]);
  });

  test('a photo that was taken off its finding leaves the unit, and its bytes with it', async () => {
    const { id, photo } = await record();
    const bytes = jpeg();
    const kept = photoArgs(sha256(bytes));
    const other = photoArgs(photo.sha256);
    const amend = async (photos: (typeof photo)[]) => {
      const args = amendArgs(findingArgs(city, { id, photos }));
      const { results } = await inspector.sync([deed(next(), 'finding.amend', args)]);
      expect(results[0]?.status).toBe('applied');
    };
    const maySee = async () =>
      (await unit.ask(`/api/photos/file/${kept.sha256}`, { method: 'HEAD' })).status;
    await amend([photo, kept]);
    await upload(inspector, bytes, kept.sha256);
    const noticeId = await issue([id]);
    expect(ids(await unit.sync(), 'photo').toSorted()).toEqual([photo.id, kept.id].toSorted());
    expect(await maySee()).toBe(200);

    // The notice is withdrawn; the finding stays in the unit's sight, but not this photo.
    await supervisor.sync([deed(2, 'notice.void', { id: noticeId, reason: '照片不当' })]);
    await unit.sync();
    await amend([photo, other]);
    const left = await unit.sync();
    expect(dels(left, 'photo')).toEqual([kept.id]);
    expect(ids(left, 'photo').toSorted()).toEqual([photo.id, other.id].toSorted());
    expect(await maySee()).toBe(404);
    const fresh = await unit.another().sync();
    expect(ids(fresh, 'photo')).not.toContain(kept.id);
    const office = rowsOf(await inspector.another().sync(), 'photo');
    expect(office.find((one) => one.id === kept.id)).toMatchObject({
      removed: true,
      arrived: true,
    });

    await amend([photo, kept]);
    expect(ids(await unit.sync(), 'photo')).toContain(kept.id);
    expect(await maySee()).toBe(200);
  });

  test('a photo that was taken off before the notice is never shown to the unit', async () => {
    const { id, photo } = await record();
    const args = amendArgs(findingArgs(city, { id, photos: [] }));
    await inspector.sync([deed(next(), 'finding.amend', args)]);
    await issue([id]);
    const answer = await unit.sync();
    expect(ids(answer, 'finding')).toEqual([id]);
    expect(ids(answer, 'photo')).toEqual([]);
    expect(ids(await unit.another().sync(), 'photo')).not.toContain(photo.id);
  });

  test('what left a unit and came back is there, whatever lies between two pulls', async () => {
    const { id, photo } = await record();
    const noticeId = await issue([id]);
    await unit.sync();
    await supervisor.sync([deed(3, 'notice.void', { id: noticeId, reason: '改派' })]);
    const facts = (unitId: string) => amendArgs(findingArgs(city, { id, unitId, photos: [photo] }));
    await inspector.sync([
      deed(next(), 'finding.amend', facts(OTHER_UNIT)),
      deed(next(), 'finding.amend', facts(UNIT)),
    ]);
    await issue([id]);
    const answer = await unit.sync();
    expect(ids(answer, 'finding')).toEqual([id]);
    expect(ids(answer, 'photo')).toEqual([photo.id]);
    expect(dels(answer, 'finding')).toEqual([]);
  });

  test('a person whose role changes starts anew in the new scope', async () => {
    const accounts = await admin.ask('/api/accounts');
    const list: { accounts: { id: string; account: string }[] } = JSON.parse(accounts.text);
    const id = list.accounts.find(({ account }) => account === 'inspector3')?.id ?? '';
    const person = await signIn('inspector3');
    expect((await person.sync()).patch.reset).toBe(true);
    expect((await person.sync()).patch.reset).toBe(false);
    const change = (body: unknown) => admin.ask(`/api/accounts/${id}`, { method: 'PATCH', body });
    expect((await change({ role: 'unit', unitId: UNIT })).status).toBe(200);
    const answer = await person.sync();
    expect(answer.patch.reset).toBe(true);
    expect(rowsOf(answer, 'point')).toEqual([]);
    expect((await change({ role: 'inspector', unitId: null })).status).toBe(200);
    expect(rowsOf(await person.sync(), 'point')).toHaveLength(433);
  });

  test('an account of a unit that is not named sees no unit at all', async () => {
    const { store, officeId } = server.context;
    await store.db
      .updateTable('account')
      .set({ role: 'unit', unit_id: null })
      .where('office', '=', officeId)
      .where('account', '=', 'inspector2')
      .execute();
    const answer = await (await signIn('inspector2')).sync();
    expect(ids(answer, 'finding')).toEqual([]);
    expect(ids(answer, 'event')).toEqual([]);
  });
});
