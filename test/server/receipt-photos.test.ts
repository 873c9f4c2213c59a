/** The photo of a paper receipt: waited for, seen by the notice's unit, given up on record. */
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MissingPhotos } from '../../src/protocol/missing-photos.ts';
import type { MutationArgs } from '../../src/protocol/mutations/index.ts';
import {
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
  let unit: RawClient;
  let city: City;
  let seq = 0;

  const signIn = (account: string) => RawClient.signIn(server.url, account, server.password);

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    inspector = await signIn('inspector1');
    unit = await signIn('unit-u04');
    city = (await join(inspector)).city;
    await unit.sync();
  });
  afterAll(() => server.end());

  const does = async <
    N extends 'finding.record' | 'notice.issue' | 'notice.deliver' | 'photo.forgo',
  >(
    name: N,
    args: MutationArgs[N],
  ) => {
    seq += 1;
    const { results } = await inspector.sync([deed(seq, name, args)]);
    expect(results[0]?.status, name).toBe('applied');
  };

  /** A notice that was delivered by post; answers what its receipt's photo is called. */
  async function posted(bytes: Uint8Array<ArrayBuffer>, unitId = UNIT) {
    const finding = findingArgs(city, { unitId });
    await does('finding.record', finding);
    const id = uuidv7();
    await does('notice.issue', noticeArgs(city, [finding.id], { id, unitId }));
    const photo = photoArgs(sha256(bytes));
    const photoIds = [photo.id];
    const how = { kind: 'otherwise', way: 'post', receiver: '李某', note: '', photoIds } as const;
    await does('notice.deliver', { id, how, at: null, photos: [photo] });
    return { id, photo, findingId: finding.id };
  }
  const missing = async () =>
    MissingPhotos.parse((await inspector.ask('/api/photos/missing')).body);
  const mayRead = async (hash: string) =>
    (await unit.ask(`/api/photos/file/${hash}`, { method: 'HEAD' })).status;

  test('is waited for until it is there, under its notice, and the office knows on which device it is', async () => {
    const bytes = jpeg();
    const { id } = await posted(bytes);
    const out = [{ clientId: inspector.clientId, photos: 1 }];
    expect(await missing()).toMatchObject({
      findings: [],
      notices: [{ noticeId: id, expected: 1, present: 0, out }],
      devices: [{ clientId: inspector.clientId, photos: 1 }],
    });
    await upload(inspector, bytes, sha256(bytes));
    expect(await missing()).toMatchObject({ findings: [], notices: [], devices: [] });
  });

  test('is seen by the unit that the notice is to, with its 送达 and its 已签收, and by no other', async () => {
    const [own, foreign] = [jpeg(), jpeg()];
    const { id, photo, findingId } = await posted(own);
    const other = await posted(foreign, OTHER_UNIT);
    for (const bytes of [own, foreign]) await upload(inspector, bytes, sha256(bytes));
    const answer = await unit.another().sync();
    const photos = rowsOf(answer, 'photo').map((row) => row.id);
    expect(photos).toContain(photo.id);
    expect(photos).not.toContain(other.photo.id);
    expect(rowsOf(answer, 'notice').find((row) => row.id === id)).toMatchObject({
      delivery: { how: { way: 'post', receiver: '李某' } },
    });
    expect(rowsOf(answer, 'finding').find((row) => row.id === findingId)).toMatchObject({
      state: 'acknowledged',
    });
    const kinds = rowsOf(answer, 'event').filter((row) => row.subjectId === id);
    expect(kinds.map((row) => row.kind).toSorted()).toEqual(['delivered', 'issued']);
    expect([await mayRead(sha256(own)), await mayRead(sha256(foreign))]).toEqual([200, 404]);
  });

  test('given up is waited for no longer, and leaves the unit as a deletion', async () => {
    const { photo, id } = await posted(jpeg());
    expect(rowsOf(await unit.sync(), 'photo').map((row) => row.id)).toContain(photo.id);
    await does('photo.forgo', { id: photo.id, reason: '平板损坏' });
    expect((await missing()).notices.map(({ noticeId }) => noticeId)).not.toContain(id);
    const left = await unit.sync();
    expect(left.patch.dels).toContainEqual({ table: 'photo', id: photo.id });
    expect(rowsOf(left, 'event').at(-1)?.detail).toContain('放弃一张没有传到的回证照片');
  });
});
