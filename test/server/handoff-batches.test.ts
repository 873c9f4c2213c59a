/** A batch goes out once, whole, and its file is the same for good. */
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BatchList, BatchMade } from '../../src/protocol/handoff.ts';
import { BatchRecord } from '../../src/server/handoff/batch-record.ts';
import { amendArgs, findingArgs, join, photoArgs, UNIT } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { Field } from '../support/handed-off.ts';
import { jpeg, sha256 } from '../support/jpeg.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { upload } from '../support/uploads.ts';

eachStore((kind) => {
  let server: TestServer;
  let leader: RawClient;
  let inspector: RawClient;
  let field: Field;
  let city: Awaited<ReturnType<typeof join>>['city'];

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    leader = await RawClient.signIn(server.url, 'supervisor', server.password);
    inspector = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(inspector)).city;
    field = new Field(inspector, city);
  });
  afterAll(() => server.end());

  const make = async (findingIds: string[], who = leader) => {
    const answer = await who.ask('/api/handoff/batches', { body: { findingIds } });
    return answer.status === 200 ? BatchMade.parse(answer.body) : answer.status;
  };
  const made = async (findingIds: string[]) => {
    const answer = await make(findingIds);
    if (typeof answer === 'number' || !answer.batch) throw new Error('no batch');
    return answer.batch.id;
  };
  const zip = async (id: string, who = leader) => {
    const path = `${server.url}/api/handoff/batches/${id}/file.zip`;
    const response = await fetch(path, { headers: { cookie: who.cookie } });
    return Buffer.from(await response.arrayBuffer());
  };
  const recordIn = (bytes: Uint8Array) =>
    BatchRecord.parse(JSON.parse(Buffer.from(unzipSync(bytes)['移交清单.json'] ?? []).toString()));

  test('its file holds workbook, JSON and photos, with keys, WGS84 positions and no name of who recorded', async () => {
    const photo = jpeg();
    const place = { lon: 109.7345678, lat: 38.2856789, accuracy: 6, at: Date.now() };
    const one = await field.handedOff({
      place,
      photos: [photoArgs(sha256(photo))],
      text: '=1+1 堆放垃圾',
    });
    const two = await field.handedOff();
    await upload(inspector, photo, sha256(photo));
    const id = await made([one.findingId, two.findingId]);
    expect(id).toMatch(/^YJ-\d{4}-1$/);
    const bytes = await zip(id);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)).toEqual(['移交清单.xlsx', '移交清单.json', '照片/001-1.jpg']);
    expect(sha256(parts['照片/001-1.jpg'] ?? new Uint8Array())).toBe(sha256(photo));
    const record = recordIn(bytes);
    expect(record).toMatchObject({ crs: 'WGS84', batch: id });
    expect(record.problems.map(({ key }) => key)).toEqual([one.handoffId, two.handoffId]);
    expect(record.problems).toMatchObject([
      { lon: 109.7345678, lat: 38.2856789, positionOf: 'problem', code: 'SJ0102' },
      { lon: city.point.lon, lat: city.point.lat, positionOf: 'point', note: '请清运' },
    ]);
    expect(Buffer.from(parts['移交清单.json'] ?? []).toString()).not.toContain('督查员');
    const [sheet] = await readXlsxFile(Buffer.from(parts['移交清单.xlsx'] ?? []));
    const rows = sheet?.data ?? [];
    expect(rows).toHaveLength(3);
    expect(rows[0]?.slice(0, 5)).toEqual(['序号', '移交标识', '问题编号', '城市编码', '编码名称']);
    const column = (name: string) => rows[1]?.[rows[0]?.indexOf(name) ?? -1];
    expect(column('移交标识')).toBe(one.handoffId);
    expect(column('经度(WGS84)')).toBe('109.7345678');
    expect(column('问题描述')).toBe('=1+1 堆放垃圾');
    expect(column('照片')).toBe('照片/001-1.jpg');
  });

  test('the file of a batch is the same bytes again, whatever is renamed meanwhile', async () => {
    const one = await field.handedOff();
    const id = await made([one.findingId]);
    const before = await zip(id);
    const points = [
      'code\tname\tcategory\tcategory_name\taddress\tstreet\tterritory\tsector_unit\tlon\tlat\tcrs\tkind\tname_basis',
    ];
    const { point } = city;
    points.push(
      [
        point.id,
        '改了的名字',
        point.category,
        point.categoryName,
        '',
        point.streetId,
        point.territoryId,
        point.sectorId,
        '109',
        '38',
        'WGS84',
        'key',
        'x',
      ].join('\t'),
    );
    const admin = await RawClient.signIn(server.url, 'admin', server.password);
    const headers = { 'content-type': 'text/tab-separated-values' };
    expect(
      (await admin.ask('/api/import/points', { body: points.join('\n'), headers })).status,
    ).toBe(200);
    await new Promise((done) => setTimeout(done, 2100));
    expect((await zip(id)).equals(before)).toBe(true);
  });

  test('a photo that has not arrived is named, and in the file as soon as it is here', async () => {
    const photo = jpeg(1600, 1200, 3000);
    const one = await field.handedOff({ photos: [photoArgs(sha256(photo))] });
    const id = await made([one.findingId]);
    expect(Object.keys(unzipSync(await zip(id)))).toContain('未传到的照片.txt');
    await upload(inspector, photo, sha256(photo));
    expect(Object.keys(unzipSync(await zip(id)))).toEqual([
      '移交清单.xlsx',
      '移交清单.json',
      '照片/001-1.jpg',
    ]);
  });

  test('a problem goes out once: in a second batch it is left, with the reason', async () => {
    const one = await field.handedOff();
    const two = await field.handedOff();
    const loose = await field.record();
    const first = await made([one.findingId]);
    const again = await make([one.findingId, two.findingId, loose]);
    expect(again).toMatchObject({
      batch: { problems: 1 },
      left: [{ findingId: one.findingId }, { findingId: loose }],
    });
    const seen = await field.look();
    expect(seen.handoff(one.handoffId)).toMatchObject({ state: 'sent', batchId: first });
    expect(seen.events(one.findingId)).toEqual(['recorded', 'handed-off', 'handoff-sent']);
    const before = (await leader.ask('/api/handoff/batches')).text;
    expect(await make([one.findingId])).toMatchObject({ batch: null, left: [{}] });
    expect((await leader.ask('/api/handoff/batches')).text).toBe(before);
  });

  test('batches at the same moment have numbers of their own, and share no problem', async () => {
    const many: string[] = [];
    for (let nth = 0; nth < 4; nth += 1) many.push((await field.handedOff()).findingId);
    const answers = await Promise.all([make(many), make(many.slice(1)), make(many.slice(2))]);
    const batches = answers.flatMap((one) =>
      typeof one === 'number' || !one.batch ? [] : one.batch,
    );
    expect(batches.reduce((sum, { problems }) => sum + problems, 0)).toBe(4);
    const list = BatchList.parse((await leader.ask('/api/handoff/batches')).body).batches;
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    expect(list.reduce((sum, { problems }) => sum + problems, 0)).toBe(
      (await server.context.store.db.selectFrom('handoff').select('id').execute()).length,
    );
  });

  test('a problem handed off is in no notice, counted overdue nowhere and amended no more', async () => {
    const noticed = await field.record();
    const noticeId = await field.notice([noticed]);
    await field.handOff(noticed);
    expect((await field.look()).finding(noticed)).toMatchObject({
      state: 'handed-off',
      noticeId,
      dueAt: null,
    });
    const loose = await field.handedOff();
    const findingIds = [loose.findingId];
    const notice = {
      id: crypto.randomUUID(),
      roundId: city.roundId,
      teamId: city.team.id,
      unitId: UNIT,
    };
    const deadline = { kind: 'immediate' } as const;
    const amended = amendArgs({ ...findingArgs(city), id: loose.findingId });
    expect(
      await field.do(
        ['notice.issue', { ...notice, findingIds, deadline, number: null }],
        ['finding.amend', amended],
        [
          'finding.hand-off',
          { id: noticed, handoffId: crypto.randomUUID(), code: 'SJ0102', codeName: '', note: '' },
        ],
      ),
    ).toEqual(['state-changed', 'state-changed', 'state-changed']);
  });

  test('only the supervisor makes one; nobody outside the office reads one', async () => {
    const one = await field.handedOff();
    expect(await make([one.findingId], inspector)).toBe(403);
    const id = await made([one.findingId]);
    const unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    const path = `/api/handoff/batches/${id}/file.zip`;
    expect((await unit.ask(path)).status).toBe(403);
    expect((await inspector.ask(path)).status).toBe(403);
    expect((await new RawClient(server.url).ask(path)).status).toBe(401);
    expect((await leader.ask('/api/handoff/batches/YJ-1/file.zip')).status).toBe(404);
    expect(await make([])).toBe(400);
  });
});
