/** What a unit does through its notice's paper or link: the deeds of its own account, once each, with its own bytes. */
import { existsSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptNumber } from '../../src/domain/receipt-number.ts';
import { ReplyReceipt } from '../../src/protocol/reply-page.ts';
import type { RowOf, TableName } from '../../src/protocol/rows/index.ts';
import { AnswerFiles } from '../../src/server/reply/answer-files.ts';
import { dropUnnamedFiles } from '../../src/server/reply/drop-unnamed-files.ts';
import { UNNAMED_KEPT_MS } from '../../src/server/reply/sent.ts';
import { deed, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg, sha256 } from '../support/jpeg.ts';
import { RawClient } from '../support/raw-client.ts';
import { answerOf, pdf, ReplyHolder } from '../support/reply-holder.ts';
import { type Issued, SealedOffice } from '../support/sealed-office.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

eachStore((kind) => {
  let server: TestServer;
  let office: SealedOffice;
  let unit: RawClient;
  let supervisor: RawClient;
  let later = 0;
  const seqs = new Map<RawClient, number>();

  beforeAll(async () => {
    server = await startTestServer({
      databaseUrl: await kind.fresh(),
      now: () => Date.now() + later,
    });
    office = await SealedOffice.open(server);
    unit = await RawClient.signIn(server.url, 'unit-u04', server.password);
    supervisor = await RawClient.signIn(server.url, 'supervisor', server.password);
    for (const person of [unit, supervisor]) await person.sync();
  });
  afterAll(() => server.end());

  /** A notice, its one problem, and who holds its paper; a minute later than the one before. */
  async function held(): Promise<{ notice: Issued; problem: string; holder: ReplyHolder }> {
    later += 61_000;
    const notice = await office.issue(async () => null);
    const [problem = ''] = notice.row.findingIds;
    return { notice, problem, holder: ReplyHolder.ofPaper(server.url, notice.row) };
  }
  async function does(person: RawClient, name: 'reply.return' | 'reply.submit', args: object) {
    const seq = (seqs.get(person) ?? 0) + 1;
    seqs.set(person, seq);
    const said = { ...deed(seq, 'notice.void', { id: '', reason: '' }), name, args };
    return (await person.sync([said])).results[0];
  }
  async function row<T extends TableName>(table: T, id: string): Promise<RowOf[T]> {
    const found = await server.context.rows.get(server.context.store.db, table, id);
    if (!found) throw new Error(`no ${table} ${id}`);
    return found.row;
  }
  const photoArgs = (hash: string, bytes: number) => ({
    id: uuidv7(),
    sha256: hash,
    bytes,
    width: 1600,
    height: 1200,
    takenAt: Date.now() + later - 60_000,
    timed: true,
    place: null,
  });

  test('signing is 在线签收 by the unit, in the name that was given, and is said once', async () => {
    const { notice, problem, holder } = await held();
    const sign = { byName: '经办人甲', duty: '办公室主任', phone: '0912-000000' };
    const first = await holder.ask('/api/reply/sign', sign);
    const again = await holder.ask('/api/reply/sign', sign);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const { number } = ReplyReceipt.parse(first.body);
    expect(number).toBe(receiptNumber(notice.id));
    const { delivery } = await row('notice', notice.id);
    expect(delivery).toMatchObject({
      how: { kind: 'online', receiver: '经办人甲', duty: '办公室主任', phone: '0912-000000' },
      by: `link:${notice.id}`,
      byName: '经办人甲',
    });
    expect((await row('finding', problem)).state).toBe('acknowledged');
    const other = await holder.ask('/api/reply/sign', { ...sign, byName: '乙' });
    expect(other).toMatchObject({ status: 409, body: { code: 'reply-refused' } });
    expect(other.text).toContain('已经登记过送达');
    // The telephone number of who signed is the office's to know, not the next reader's.
    expect((await holder.view()).taken?.words).toContain('经办人甲');
    expect(JSON.stringify(await holder.view())).not.toContain('0912-000000');
  });

  test('an answer with text, photo and file is one row, however often it is sent', async () => {
    const { notice, problem, holder } = await held();
    const bytes = jpeg();
    const photo = await holder.send('photos', bytes);
    const file = await holder.send('files', pdf());
    expect(photo.taken).toEqual({ sha256: sha256(bytes), type: 'image/jpeg', bytes: bytes.length });
    expect(file.taken?.type).toBe('application/pdf');
    const said = answerOf(problem, {
      photo: photoArgs(sha256(bytes), bytes.length),
      file: { sha256: file.taken?.sha256 ?? '', name: '整改/报告.PDF' },
    });
    const asked = () => holder.ask('/api/reply/answers', said);
    const [one, two] = await Promise.all([asked(), asked()]);
    const three = await asked();
    expect([one?.status, two?.status, three.status]).toEqual([200, 200, 200]);
    expect([two?.body, three.body]).toEqual([one?.body, one?.body]);
    expect(ReplyReceipt.parse(three.body)).toMatchObject({
      what: 'reply',
      number: receiptNumber(said.id),
    });
    const view = await holder.view();
    expect(view.problems[0]).toMatchObject({
      state: 'replied',
      replies: [
        { id: said.id, byName: '经办人甲', way: 'link', files: [{ name: '整改报告.PDF' }] },
      ],
      photos: [{ stage: 'reply', ofId: said.id, timed: true }],
    });
    const replies = rowsOf(await unit.another().sync(), 'reply');
    const own = replies.filter((reply) => reply.findingId === problem);
    expect(own).toMatchObject([{ id: said.id, by: `link:${notice.id}`, unitId: 'U04' }]);
    const journal = await server.context.store.db
      .selectFrom('journal')
      .select(['name', 'outcome', 'code'])
      .where('client', '=', `link:${notice.id}`)
      .orderBy('seq')
      .execute();
    expect(journal.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1);
    expect(new Set(journal.map(({ name }) => name))).toEqual(new Set(['reply.submit']));
  });

  test('returned, the reason is there and a fresh answer is taken', async () => {
    const { problem, holder } = await held();
    expect((await holder.answer(problem)).status).toBe(200);
    const refused = await holder.answer(problem);
    expect(refused).toMatchObject({ status: 409, body: { code: 'reply-refused' } });
    const deadline = { kind: 'days', days: 3 };
    const back = { id: problem, recheckId: uuidv7(), reason: '照片看不清', deadline };
    expect((await does(supervisor, 'reply.return', back))?.status).toBe('applied');
    const { problems } = await holder.view();
    expect(problems[0]).toMatchObject({
      state: 'returned',
      rework: 1,
      rechecks: [{ result: 'returned', note: '照片看不清' }],
    });
    expect((await holder.answer(problem)).status).toBe(200);
    expect((await holder.view()).problems[0]?.replies).toHaveLength(2);
  });

  test('more time is asked for once, and by a date that is later', async () => {
    const { problem, holder } = await held();
    const asks = (until: string, id = uuidv7()) =>
      holder.ask('/api/reply/extensions', {
        id,
        findingId: problem,
        reason: '护栏要定制',
        until,
        byName: '经办人甲',
      });
    expect((await asks('2020-01-01')).text).toContain('延期的日期要在原期限之后');
    const id = uuidv7();
    expect((await asks('2099-01-05', id)).status).toBe(200);
    expect((await asks('2099-01-05', id)).status).toBe(200);
    expect((await asks('2099-01-06')).text).toContain('正在等办公室答复');
    expect((await holder.view()).problems[0]?.extensions).toMatchObject([{ id, state: 'asked' }]);
  });

  test('nobody answers with bytes that others have sent, whose hash he happens to know', async () => {
    const { problem, holder } = await held();
    const paper = pdf('书面反馈');
    const headers = { 'content-type': 'application/octet-stream' };
    expect((await supervisor.ask('/api/files', { body: paper, headers })).status).toBe(200);
    const stolen = { sha256: sha256(paper), name: '别人的.pdf' };
    expect((await holder.answer(problem, { file: stolen })).status).toBe(400);
    const photo = photoArgs(sha256(jpeg()), 2000);
    expect((await holder.answer(problem, { photo })).status).toBe(400);
    expect((await holder.view()).problems[0]?.replies).toEqual([]);
    // By an account the row is taken, as every row is; the bytes do not come with it.
    const file = { ...stolen, type: 'application/pdf', bytes: paper.length };
    const args = { ...answerOf(problem), files: [file], way: 'account' };
    const { file: _none, byName: _name, ...rest } = args;
    expect((await does(unit, 'reply.submit', rest))?.status).toBe('applied');
    const got = await unit.ask(`/api/replies/${args.id}/files/${file.sha256}`);
    expect(got.status).toBe(404);
  });

  test('a file is what its bytes are, is given as that and as nothing to be run', async () => {
    const { problem, holder } = await held();
    const page = Uint8Array.from(Buffer.from('<html><script>alert(1)</script>'));
    const odd = await holder.send('files', page);
    expect([odd.status, odd.text]).toEqual([415, expect.stringContaining('file-kind')]);
    expect((await holder.send('files', new Uint8Array())).status).toBe(400);
    const large = new Uint8Array(20_000_001);
    large.set(pdf());
    expect((await holder.send('files', large)).status).toBe(413);
    expect((await holder.send('photos', pdf())).status).toBe(415);

    const headers = { 'content-type': 'application/octet-stream' };
    const sent = await unit.ask('/api/files', { body: pdf('表'), headers });
    expect(sent.status).toBe(200);
    const file = {
      sha256: sha256(pdf('表')),
      name: '表格.html',
      type: 'text/html',
      bytes: 9_999,
    };
    const { file: _none, byName: _name, ...said } = answerOf(problem);
    const args = { ...said, files: [file], way: 'account' };
    expect((await does(unit, 'reply.submit', args))?.status).toBe('applied');
    const path = `/api/replies/${said.id}/files/${file.sha256}`;
    for (const person of [unit, supervisor]) {
      const got = await person.ask(path);
      expect([got.status, got.text]).toEqual([200, Buffer.from(pdf('表')).toString()]);
      expect(got.headers.get('content-type')).toContain('application/pdf');
      expect(got.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(got.headers.get('x-content-type-options')).toBe('nosniff');
      expect(got.headers.get('content-security-policy')).toContain('sandbox');
    }
    expect((await new RawClient(server.url).ask(path)).status).toBe(401);
    const stranger = await otherUnit();
    expect((await stranger.ask(path)).status).toBe(404);
    const inspector = office.client;
    expect((await inspector.ask('/api/files', { body: pdf(), headers })).status).toBe(403);
  });

  test('what no answer names is let go of after some days, and nothing else', async () => {
    const { problem, holder } = await held();
    const [named, loose] = [pdf('有用'), pdf('没用')];
    await holder.send('files', named);
    await holder.send('files', loose);
    const file = { sha256: sha256(named), name: '报告.pdf' };
    expect((await holder.answer(problem, { file })).status).toBe(200);
    const files = new AnswerFiles(server.dataDir);
    const clean = (after: number) =>
      dropUnnamedFiles({
        ...server.context,
        files,
        now: () => Date.now() + later + after,
      });
    expect(await clean(UNNAMED_KEPT_MS - 60_000)).toBe(0);
    expect(await clean(UNNAMED_KEPT_MS + 60_000)).toBeGreaterThan(0);
    expect(existsSync(files.pathOf(sha256(named)))).toBe(true);
    expect(existsSync(files.pathOf(sha256(loose)))).toBe(false);
  });

  /** An account of another unit. */
  async function otherUnit(): Promise<RawClient> {
    const admin = await RawClient.signIn(server.url, 'admin', server.password);
    const body = {
      account: 'unit-u05',
      name: '另一单位',
      role: 'unit',
      unitId: 'U05',
      password: 'another-pass-05',
    };
    expect((await admin.ask('/api/accounts', { body })).status).toBe(201);
    return RawClient.signIn(server.url, body.account, body.password);
  }
});
