import { afterAll, beforeAll, expect, test } from 'vitest';
import { MissingPhotos } from '../../src/protocol/missing-photos.ts';
import { amendArgs, type City, deed, findingArgs, join, photoArgs } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg, sha256 } from '../support/jpeg.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { upload } from '../support/uploads.ts';

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let city: City;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  const pictures = (count: number) => Array.from({ length: count }, () => jpeg());
  const named = (bytes: readonly Uint8Array[]) => bytes.map((one) => photoArgs(sha256(one)));
  const missing = async () => {
    const answer = await person.ask('/api/photos/missing');
    return MissingPhotos.parse(answer.body);
  };
  const waitingFor = async (id: string) =>
    (await missing()).findings.find(({ findingId }) => findingId === id);

  test('a finding waits for its photos until the last is there, and it is told on which device', async () => {
    const [first, second, third] = [jpeg(), jpeg(), jpeg()] as const;
    const args = findingArgs(city, { photos: named([first, second, third]) });
    const tablet = person.another();
    await tablet.sync([deed(1, 'finding.record', args)]);
    await upload(person, second, sha256(second));
    const out = [{ clientId: tablet.clientId, photos: 2 }];
    expect(await waitingFor(args.id)).toEqual({ findingId: args.id, expected: 3, present: 1, out });
    expect((await missing()).devices).toMatchObject([
      { clientId: tablet.clientId, photos: 2, accountName: '督查员一', label: '测试设备' },
    ]);
    await upload(person, first, sha256(first));
    await upload(person, third, sha256(third));
    expect(await waitingFor(args.id)).toBeUndefined();
    expect((await missing()).devices).toEqual([]);
  });

  test('photos of one finding that two devices took are counted on each', async () => {
    const [before, after] = [pictures(2), pictures(1)];
    const args = findingArgs(city, { photos: named(before) });
    const [first, second] = [person.another(), person.another()];
    await first.sync([deed(1, 'finding.record', args)]);
    const amended = { ...amendArgs(args), photos: [...args.photos, ...named(after)] };
    await second.sync([deed(1, 'finding.amend', amended)]);
    const finding = await waitingFor(args.id);
    expect(finding).toMatchObject({ expected: 3, present: 0 });
    expect(new Map(finding?.out.map((one) => [one.clientId, one.photos]))).toEqual(
      new Map([
        [first.clientId, 2],
        [second.clientId, 1],
      ]),
    );
  });

  test('a photo that was given up is waited for no longer', async () => {
    const args = findingArgs(city, { photos: named(pictures(2)) });
    const tablet = person.another();
    await tablet.sync([deed(1, 'finding.record', args)]);
    const id = args.photos[0]?.id ?? '';
    await tablet.sync([deed(2, 'photo.forgo', { id, reason: '平板损坏' })]);
    expect(await waitingFor(args.id)).toMatchObject({ expected: 1, present: 0 });
  });

  test('a photo that was taken off is waited for no longer', async () => {
    const args = findingArgs(city, { photos: named(pictures(2)) });
    const tablet = person.another();
    await tablet.sync([deed(1, 'finding.record', args)]);
    const amended = { ...amendArgs(args), photos: args.photos.slice(0, 1) };
    await tablet.sync([deed(2, 'finding.amend', amended)]);
    expect(await waitingFor(args.id)).toMatchObject({ expected: 1, present: 0 });
    await tablet.sync([deed(3, 'finding.amend', { ...amended, photos: [] })]);
    expect(await waitingFor(args.id)).toBeUndefined();
  });

  test('only the office may ask', async () => {
    const unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    expect((await unit.ask('/api/photos/missing')).status).toBe(403);
    expect((await new RawClient(server.url).ask('/api/photos/missing')).status).toBe(401);
    const admin = await RawClient.signIn(server.url, 'admin', server.password);
    expect((await admin.ask('/api/photos/missing')).status).toBe(200);
  });
});
