/** A stranger with a notice's paper or link reaches that notice and nothing else; a dead one reaches nothing. */
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { READING_MS } from '../../src/domain/reply-gate.ts';
import { encodeSeal } from '../../src/protocol/seal-payload.ts';
import { buildApp } from '../../src/server/app.ts';
import { signFor } from '../../src/server/reply/acts.ts';
import { judgeCapability } from '../../src/server/reply/capability.ts';
import { listLinks } from '../../src/server/reply/links.ts';
import { deed } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg } from '../support/jpeg.ts';
import { RawClient } from '../support/raw-client.ts';
import { answerOf, ReplyHolder } from '../support/reply-holder.ts';
import { routesOf } from '../support/routes-of.ts';
import { payloadOf, SealedOffice } from '../support/sealed-office.ts';
import { sealWith, testKey } from '../support/sealing.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const OWN = ['GET /api/reply', 'GET /api/reply/photos/:sha256'];
const OWN_ACTS = ['answers', 'extensions', 'files', 'photos', 'sign'].map(
  (one) => `POST /api/reply/${one}`,
);

eachStore((kind) => {
  let server: TestServer;
  let office: SealedOffice;
  let supervisor: RawClient;
  let seq = 0;
  /** Each test asks from a clock of its own: nothing that one has asked counts for another. */
  let later = 0;

  beforeAll(async () => {
    server = await startTestServer({
      databaseUrl: await kind.fresh(),
      now: () => Date.now() + later,
    });
    office = await SealedOffice.open(server);
    supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    await supervisor.sync();
  });
  afterAll(() => server.end());

  const issue = () => office.issue(async () => null);
  const minutes = (count: number) => {
    later += count * 60_000;
  };
  async function does(name: 'notice.void' | 'finding.verify' | 'finding.void', args: object) {
    seq += 1;
    const said = { ...deed(seq, 'notice.void', { id: '', reason: '' }), name, args };
    const { results } = await supervisor.sync([said]);
    expect(results[0]?.status).toBe('applied');
  }
  const status = async (holder: ReplyHolder) => {
    const { status: code, body } = await holder.ask('/api/reply');
    return [code, typeof body === 'object' && body && 'code' in body ? body.code : null];
  };

  test('paper and link lead to the same notice, and to its own problems alone', async () => {
    const [mine, other] = [await issue(), await issue()];
    const paper = ReplyHolder.ofPaper(server.url, mine.row);
    const link = await ReplyHolder.ofLink(supervisor, mine.id);
    for (const holder of [paper, link]) {
      const answer = await holder.ask('/api/reply');
      const view = await holder.view();
      expect(view).toMatchObject({ noticeId: mine.id, standing: 'open', taken: null });
      expect(view.problems.map(({ id }) => id)).toEqual(mine.row.findingIds);
      expect(answer.text).not.toContain(other.id);
      for (const id of other.row.findingIds) expect(answer.text).not.toContain(id);
      // Nobody of the office is named.
      expect(answer.text).not.toMatch(/督查员一|督查负责人/u);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('with it every route of the app answers as it answers a stranger, but for its own', async () => {
    minutes(2);
    const { id } = await issue();
    const holder = await ReplyHolder.ofLink(supervisor, id);
    const { app, close } = await buildApp(server.context);
    const routes = routesOf(app.printRoutes({ commonPrefix: false }));
    await close();
    const stranger = new RawClient(server.url);
    const different: string[] = [];
    let walked = 0;
    for (const [method, url] of routes) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      walked += 1;
      if (walked % 10 === 0) minutes(2);
      // The notice's own id where one is asked for: not even by that is there a way around.
      const path = url.replaceAll(/:\w+/g, id).replaceAll('*', 'x');
      const body = method === 'GET' ? {} : { body: {} };
      const headers = { authorization: `Bearer ${holder.token}` };
      const without = await stranger.ask(path, { method, ...body });
      const with_ = await stranger.ask(path, { method, ...body, headers });
      if (without.status === with_.status && without.text === with_.text) continue;
      // What was refused for being wrong is not let in for being more.
      different.push(`${method} ${url}`);
      if (!url.startsWith('/api/reply')) expect([url, with_.status]).toEqual([url, 401]);
    }
    expect(walked).toBeGreaterThan(45);
    expect(different.toSorted()).toEqual([...OWN, ...OWN_ACTS].toSorted());
  });

  test('another notice’s photo, problem and answers do not exist for it', async () => {
    minutes(2);
    const [mine, other] = [await issue(), await issue()];
    const own = ReplyHolder.ofPaper(server.url, mine.row);
    const theirs = ReplyHolder.ofPaper(server.url, other.row);
    const [problem = ''] = other.row.findingIds;
    const { taken } = await theirs.send('photos', jpeg());
    const photo = {
      id: uuidv7(),
      sha256: taken?.sha256 ?? '',
      bytes: taken?.bytes ?? 0,
      width: 1600,
      height: 1200,
      takenAt: 1_700_000_000_000,
      place: null,
    };
    expect((await theirs.answer(problem, { photo })).status).toBe(200);
    const at = (holder: ReplyHolder) => holder.ask(`/api/reply/photos/${photo.sha256}`);
    expect([(await at(theirs)).status, (await at(own)).status]).toEqual([200, 404]);
    const acts = [
      await own.answer(problem),
      await own.ask('/api/reply/extensions', {
        id: uuidv7(),
        findingId: problem,
        reason: '等材料',
        until: '2099-01-01',
        byName: '路人',
      }),
    ];
    expect(acts.map((act) => act.status)).toEqual([404, 404]);
    expect((await theirs.view()).problems[0]?.replies).toHaveLength(1);
  });

  test('what is not exactly on a paper of ours, or a link of ours, opens nothing', async () => {
    minutes(2);
    const { row, number, record } = await issue();
    const text = encodeSeal(payloadOf(row));
    const spoilt = Buffer.from(text, 'base64url');
    spoilt[40] = (spoilt[40] ?? 0) ^ 1;
    const foreign = await testKey('ES256');
    const forged = { ...row, seal: await sealWith(foreign, number, record) };
    const wrong = [
      spoilt.toString('base64url'),
      encodeSeal(payloadOf(forged)),
      'A'.repeat(43),
      'A'.repeat(600),
      'x',
      '',
    ];
    for (const token of wrong) {
      expect(await status(new ReplyHolder(server.url, token))).toEqual([401, 'reply-unknown']);
    }
    const answer = await new RawClient(server.url).ask(`/api/reply?token=${text}`);
    expect(answer.status).toBe(401);
  });

  test('a paper that the books do not have yet is worth waiting for', async () => {
    minutes(2);
    const key = await testKey('Ed25519');
    await office.enrol(key);
    const { row, record } = await office.sealed(key);
    const unsent = { ...(await office.draw()), seq: 999_001 };
    const seal = await sealWith(key, unsent, record);
    const holder = ReplyHolder.ofPaper(server.url, { ...row, number: unsent, seal });
    expect(await status(holder)).toEqual([409, 'reply-unbooked']);
  });

  test('once the notice is void neither paper nor link opens anything', async () => {
    minutes(2);
    const { id, row } = await issue();
    const holders = [
      ReplyHolder.ofPaper(server.url, row),
      await ReplyHolder.ofLink(supervisor, id),
    ];
    await does('notice.void', { id, reason: '单位有误' });
    for (const holder of holders) {
      expect(await status(holder)).toEqual([410, 'reply-voided']);
      expect((await holder.answer(row.findingIds[0] ?? '')).status).toBe(410);
    }
  });

  test('revoked, links and paper are dead for good, and a fresh link lives', async () => {
    minutes(2);
    const { id, row } = await issue();
    const dead = [ReplyHolder.ofPaper(server.url, row), await ReplyHolder.ofLink(supervisor, id)];
    const other = await RawClient.signIn(server.url, 'inspector1', server.password);
    const unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    const revoke = (person: RawClient) =>
      person.ask(`/api/notices/${id}/links/revoke`, { method: 'POST' });
    expect([(await revoke(other)).status, (await revoke(unit)).status]).toEqual([403, 403]);
    expect((await unit.ask(`/api/notices/${id}/links`)).status).toBe(403);
    expect(await status(dead[0] ?? dead[1] ?? new ReplyHolder('', ''))).toEqual([200, null]);
    expect((await revoke(supervisor)).status).toBe(200);
    const fresh = await ReplyHolder.ofLink(other, id);
    for (const holder of dead) expect(await status(holder)).toEqual([410, 'reply-revoked']);
    expect(await status(fresh)).toEqual([200, null]);
    // The QR still tells that the paper is genuine.
    expect((await office.verdict(payloadOf(row))).verdict).toBe('genuine');
  });

  test('revoked in the very moment of a deed, it does no deed', async () => {
    minutes(2);
    const { id, row } = await issue();
    const holder = await ReplyHolder.ofLink(supervisor, id);
    const way = await judgeCapability(server.context, holder.token);
    if (!way.ok) throw new Error(way.why);
    await supervisor.ask(`/api/notices/${id}/links/revoke`, { method: 'POST' });
    const act = signFor(server.context, way, { byName: '甲', duty: '', phone: '' });
    await expect(act).rejects.toMatchObject({ code: 'reply-revoked' });
    expect((await office.notice(row.id)).delivery).toBeNull();
  });

  test('closed, it can be read for thirty days and do nothing; then it is dead', async () => {
    minutes(2);
    const { row } = await issue();
    const holder = ReplyHolder.ofPaper(server.url, row);
    const [findingId = ''] = row.findingIds;
    expect((await holder.answer(findingId)).status).toBe(200);
    expect((await holder.view()).standing).toBe('open');
    await does('finding.verify', {
      id: findingId,
      recheckId: uuidv7(),
      result: 'passed',
      note: '',
      place: null,
      photos: [],
      deadline: null,
    });
    expect(await holder.view()).toMatchObject({ standing: 'over' });
    const sign = { byName: '甲', duty: '', phone: '' };
    for (const [path, body] of [
      ['/api/reply/answers', answerOf(findingId)],
      ['/api/reply/sign', sign],
    ] as const) {
      expect(await holder.ask(path, body)).toMatchObject({
        status: 409,
        body: { code: 'reply-over' },
      });
    }
    expect((await holder.send('photos', jpeg())).status).toBe(409);
    const later30 = { ...server.context, now: () => Date.now() + later + READING_MS };
    const dead = { ok: false, why: 'reply-closed' };
    expect(await judgeCapability(later30, holder.token)).toEqual(dead);
    expect((await listLinks(later30, row)).shut).toBe('closed');
  });

  test('it acts thirty times a minute at most, and a wrong one is tried twenty times', async () => {
    minutes(2);
    const { row } = await issue();
    const holder = ReplyHolder.ofPaper(server.url, row);
    const acts: number[] = [];
    for (let nth = 0; nth < 32; nth += 1) acts.push((await holder.answer('x')).status);
    expect(acts.filter((code) => code === 400)).toHaveLength(30);
    expect(acts.slice(30)).toEqual([429, 429]);
    expect(await status(holder)).toEqual([200, null]);
    const guesses: number[] = [];
    for (let nth = 0; nth < 22; nth += 1) {
      const guess = new ReplyHolder(server.url, String(nth).padStart(43, 'A'));
      guesses.push((await guess.ask('/api/reply')).status);
    }
    expect(guesses.filter((code) => code === 401)).toHaveLength(20);
    expect(guesses.slice(20)).toEqual([429, 429]);
  });

  test('of a link only the hash is kept, and nothing of what was presented is logged', async () => {
    minutes(2);
    const { id, row } = await issue();
    const link = await ReplyHolder.ofLink(supervisor, id);
    const paper = ReplyHolder.ofPaper(server.url, row);
    for (const holder of [link, paper]) {
      await holder.view();
      await holder.ask('/api/reply/answers', {});
    }
    const { db } = server.context.store;
    const kept = JSON.stringify([
      await db.selectFrom('reply_link').selectAll().execute(),
      await db.selectFrom('journal').selectAll().execute(),
      server.logged,
      server.printed,
    ]);
    for (const holder of [link, paper]) expect(kept).not.toContain(holder.token);
    expect(kept).toContain('/api/reply/answers');
  });
});
