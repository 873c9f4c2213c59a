import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, deed, findingArgs, join, noticeArgs, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** Makes the store itself fail on one deed, as a bug or a damaged page would. */
const BOMB = '会让服务器出错的内容';

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let city: City;

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(person)).city;
    const { db } = server.context.store;
    if (kind.name === 'SQLite') {
      await sql`create trigger bomb before insert on finding when new.text = ${sql.lit(BOMB)}
        begin select raise(abort, '会让服务器出错的内容'); end`.execute(db);
    } else {
      await sql`create function bomb() returns trigger language plpgsql as $$
        begin raise exception '%', new.text; end $$`.execute(db);
      await sql`create trigger bomb before insert on finding for each row
        when (new.text = ${sql.lit(BOMB)}) execute function bomb()`.execute(db);
    }
  });
  afterAll(() => server.end());

  const withText = async (text: string) =>
    rowsOf(await person.another().sync(), 'finding').filter((finding) => finding.text === text);

  test('a deed that makes the server fail three times is set aside, and the rest flows on', async () => {
    const client = person.another();
    await client.sync();
    const pushed = [
      deed(1, 'finding.record', findingArgs(city, { text: '故障之前' })),
      deed(2, 'finding.record', findingArgs(city, { text: BOMB })),
      deed(3, 'finding.record', findingArgs(city, { text: '故障之后' })),
    ];
    const push = () => client.ask('/api/sync', { body: client.request(pushed, client.cursor) });
    for (let tries = 1; tries <= 2; tries += 1) {
      const answer = await push();
      expect(answer.status).toBe(500);
      expect(answer.body).toMatchObject({ code: 'server-error' });
      expect(await withText('故障之前')).toHaveLength(1);
      expect(await withText('故障之后')).toHaveLength(0);
    }
    const last = await client.sync(pushed);
    expect(last.results.map(({ status, code }) => [status, code])).toEqual([
      ['applied', undefined],
      ['rejected', 'set-aside'],
      ['applied', undefined],
    ]);
    expect(last.lastSeq).toBe(3);
    expect(await withText('故障之后')).toHaveLength(1);
    expect(await withText(BOMB)).toHaveLength(0);
    expect((await client.sync(pushed)).results).toEqual(last.results);
  });

  test('others who push at the same moment are served as if nothing were', async () => {
    const failing = person.another();
    const bomb = [deed(1, 'finding.record', findingArgs(city, { text: BOMB }))];
    const others = Array.from({ length: 6 }, () => person.another());
    const answers = await Promise.all([
      failing.ask('/api/sync', { body: failing.request(bomb, null) }),
      ...others.map((other, i) =>
        other.ask('/api/sync', {
          body: other.request(
            [deed(1, 'finding.record', findingArgs(city, { text: `旁人${i}` }))],
            null,
          ),
        }),
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([500, 200, 200, 200, 200, 200, 200]);
    for (let i = 0; i < 6; i += 1) expect(await withText(`旁人${i}`)).toHaveLength(1);
  });

  test('what was set aside is kept in the journal with all that was said', async () => {
    const kept = await server.context.store.db
      .selectFrom('journal')
      .selectAll()
      .where('code', '=', 'set-aside')
      .execute();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.args).toContain(BOMB);
  });

  test('a failure is logged without what was said', () => {
    expect(server.logged.some((line) => line.includes('"level":50'))).toBe(true);
    expect(server.logged.join('')).not.toContain(BOMB);
  });

  test.skipIf(kind.name === 'PostgreSQL')(
    'a full disk is said, changes nothing, and passes',
    async () => {
      const { db } = server.context.store;
      const client = person.another();
      await client.sync();
      const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
      await sql`pragma max_page_count = ${sql.lit(pages.rows[0]?.page_count ?? 0)}`.execute(db);
      const many = Array.from({ length: 400 }, (_, i) =>
        deed(i + 1, 'finding.record', findingArgs(city, { text: `满盘${'文'.repeat(300)}` })),
      );
      const answer = await client.ask('/api/sync', { body: client.request(many, client.cursor) });
      expect(answer.status).toBe(507);
      expect(answer.body).toMatchObject({ code: 'disk-full' });
      await sql`pragma max_page_count = 1000000`.execute(db);
      const after = await client.sync(many);
      expect(after.results).toHaveLength(400);
      expect(after.results.every(({ status }) => status === 'applied')).toBe(true);
    },
  );

  test('a notice that is set aside gives its number to the register as voided', async () => {
    const { db } = server.context.store;
    const client = person.another();
    const { numberLeases } = await client.sync();
    const [number] = numberLeases;
    const finding = findingArgs(city);
    await client.sync([deed(1, 'finding.record', finding)]);
    await db
      .updateTable('client')
      .set({ stuck_seq: 2, stuck_tries: 3 })
      .where('id', '=', client.clientId)
      .execute();
    const answer = await client.sync([
      deed(2, 'notice.issue', noticeArgs(city, [finding.id], { number: number ?? null })),
    ]);
    expect(answer.results[0]?.code).toBe('set-aside');
    const entry = await db
      .selectFrom('number_register')
      .select(['state', 'reason'])
      .where('seq', '=', number?.seq ?? 0)
      .executeTakeFirst();
    expect(entry?.state).toBe('voided');
  });
});
