import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccountList, RoundAnswer } from '../../src/protocol/admin.ts';
import { type City, deed, findingArgs, join, noticeArgs, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

eachStore((kind) => {
  let server: TestServer;
  let admin: RawClient;
  let supervisor: RawClient;
  let inspector: RawClient;
  let city: City;
  let idOf: (account: string) => string;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    const signIn = (account: string) => RawClient.signIn(server.url, account, server.password);
    admin = await signIn('admin');
    supervisor = await signIn('supervisor');
    inspector = await signIn('inspector1');
    city = (await join(inspector)).city;
    const { accounts } = AccountList.parse((await admin.ask('/api/accounts')).body);
    idOf = (account) => accounts.find((one) => one.account === account)?.id ?? '';
  });
  afterAll(() => server.end());

  const patch = (path: string, body: object, by = admin) =>
    by.ask(`/api/rounds/${path}`, { method: 'PATCH', body });
  const teamPath = (id = city.team.id) => `${city.roundId}/teams/${id}`;
  const teamsNow = async () => rowsOf(await inspector.another().sync(), 'team');

  test('a group gets another name and other members while its round is open', async () => {
    await inspector.sync();
    const heard: number[] = [];
    const stop = server.context.pokes.listen((version) => heard.push(version));
    const memberIds = [idOf('inspector1'), idOf('supervisor')];
    const answer = await patch(teamPath(), { name: '机动组', memberIds });
    stop();
    const { teams } = RoundAnswer.parse(answer.body);
    const wanted = { ...city.team, name: '机动组', memberIds };
    expect(teams.find(({ id }) => id === city.team.id)).toEqual(wanted);
    expect(rowsOf(await inspector.sync(), 'team')).toEqual([wanted]);
    expect(heard).toHaveLength(1);
    await patch(teamPath(), { name: '第1督查组' });
    expect((await teamsNow()).find(({ id }) => id === city.team.id)).toMatchObject({
      name: '第1督查组',
      memberIds,
    });
  });

  test('who comes into a group leaves the other one of that round', async () => {
    const before = (await teamsNow()).find((team) => team.memberIds.includes(idOf('inspector2')));
    expect(before?.id).not.toBe(city.team.id);
    const memberIds = [idOf('inspector1'), idOf('inspector2'), idOf('inspector2')];
    expect((await patch(teamPath(), { memberIds })).status).toBe(200);
    const teams = await teamsNow();
    const where = (account: string) =>
      teams.filter((team) => team.memberIds.includes(idOf(account))).map(({ id }) => id);
    expect(where('inspector2')).toEqual([city.team.id]);
    expect(where('inspector3')).toHaveLength(1);
    expect(teams.find(({ id }) => id === city.team.id)?.memberIds).toHaveLength(2);
    expect(teams.flatMap(({ pointIds }) => pointIds)).toHaveLength(433);
  });

  test('what is no change of a group is refused, and changes nothing', async () => {
    const before = await teamsNow();
    const refused: [string, object, number][] = [
      [teamPath(), { memberIds: [idOf('unit-u04')] }, 400],
      [teamPath(), { memberIds: ['none'] }, 400],
      [teamPath(), { name: ' ' }, 400],
      [teamPath('none'), { name: '甲' }, 404],
      [`none/teams/${city.team.id}`, { name: '甲' }, 404],
      ['%00/teams/%00', { name: '甲' }, 404],
    ];
    for (const [path, body, status] of refused) {
      expect((await patch(path, body)).status).toBe(status);
    }
    for (const other of [inspector, supervisor]) {
      expect((await patch(teamPath(), { name: '越权' }, other)).status).toBe(403);
    }
    expect(await teamsNow()).toEqual(before);
  });

  test('a member whose account has become another stays until taken out', async () => {
    const id = idOf('inspector2');
    const change = (body: object) => admin.ask(`/api/accounts/${id}`, { method: 'PATCH', body });
    await change({ role: 'unit', unitId: 'U04' });
    const kept = [idOf('inspector1'), id];
    expect((await patch(teamPath(), { memberIds: [...kept, idOf('supervisor')] })).status).toBe(
      200,
    );
    expect((await patch(teamPath(), { memberIds: kept.slice(0, 1) })).status).toBe(200);
    expect((await patch(teamPath(), { memberIds: kept })).status).toBe(400);
    await change({ role: 'inspector', unitId: null });
  });

  test('only an administrator ends a round, and it is not opened again', async () => {
    for (const other of [inspector, supervisor]) {
      expect((await patch(city.roundId, { state: 'closed' }, other)).status).toBe(403);
    }
    for (const body of [{}, { state: 'open' }, { state: 'gone' }]) {
      expect((await patch(city.roundId, body)).status).toBe(400);
    }
    expect((await patch('none', { state: 'closed' })).status).toBe(404);
    expect(rowsOf(await inspector.another().sync(), 'round')).toMatchObject([{ state: 'open' }]);
  });

  test('in a round that has ended nothing new is recorded, and what was found goes on paper', async () => {
    const client = inspector.another();
    await client.sync();
    const finding = findingArgs(city);
    await client.sync([deed(1, 'finding.record', finding)]);
    const heard: number[] = [];
    const stop = server.context.pokes.listen((version) => heard.push(version));
    const ended = await patch(city.roundId, { state: 'closed' });
    stop();
    expect(RoundAnswer.parse(ended.body).round.state).toBe('closed');
    expect(heard).toHaveLength(1);
    const { id: pointId } = city.point;
    const visit = { id: uuidv7(), roundId: city.roundId, pointId, checklistId: city.checklist.id };
    const answer = await client.sync([
      deed(2, 'inspection.start', visit),
      deed(3, 'finding.record', findingArgs(city)),
      deed(4, 'notice.issue', noticeArgs(city, [finding.id])),
    ]);
    expect(answer.results.map(({ status, code }) => code ?? status)).toEqual([
      'round-closed',
      'round-closed',
      'applied',
    ]);
    expect(rowsOf(answer, 'round')).toMatchObject([{ id: city.roundId, state: 'closed' }]);
    const late = await patch(teamPath(), { name: '晚了' });
    expect([late.status, late.body]).toMatchObject([409, { code: 'conflict' }]);
    expect((await patch(city.roundId, { state: 'closed' })).status).toBe(200);
  });
});
