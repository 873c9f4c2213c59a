import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf, readEnd, sayEnd } from '../../src/server/history/entry.ts';
import { sayFault } from '../../src/server/history/faults.ts';
import { entriesAfter, rowsOf } from '../../src/server/history/read-chain.ts';
import { verifyHistory } from '../../src/server/history/verify.ts';
import {
  amendArgs,
  type City,
  deed,
  findingArgs,
  join,
  noticeArgs,
  photoArgs,
} from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg, sha256 } from '../support/jpeg.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { type Tamperer, verdictAfter } from '../support/tampering.ts';
import { begin, send } from '../support/uploads.ts';

eachStore((kind) => {
  let server: TestServer;
  let city: City;
  const onNotice = uuidv7();
  const amended = uuidv7();
  const notice = uuidv7();

  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await kind.fresh() });
    const signIn = (account: string) => RawClient.signIn(server.url, account, server.password);
    const person = await signIn('inspector1');
    const supervisor = await signIn('supervisor');
    city = (await join(person)).city;
    const picture = jpeg();
    const photo = photoArgs(sha256(picture));
    const first = findingArgs(city, { id: amended });
    await person.sync([
      deed(1, 'finding.record', first),
      deed(2, 'finding.record', findingArgs(city, { id: onNotice, photos: [photo] })),
      deed(3, 'finding.amend', amendArgs({ ...first, text: '人行道破损两处' })),
      deed(4, 'finding.record', findingArgs(city, { pointId: 'nowhere' })),
      deed(5, 'notice.issue', noticeArgs(city, [onNotice], { id: notice })),
    ]);
    const place = await begin(person, picture.byteLength, sha256(picture));
    await send(person, place, 0, picture);
    await person.another().sync([deed(1, 'finding.record', findingArgs(city))]);
    await supervisor.sync([deed(1, 'finding.void', { id: amended, reason: '误判' })]);
    const admin = await signIn('admin');
    await admin.ask('/api/office', { method: 'PATCH', body: { contact: '王' } });
  });
  afterAll(() => server.end());

  const store = () => server.context.store;
  const verify = () => verifyHistory(store(), server.context.officeId);
  const after = (tamper: (hand: Tamperer) => Promise<void>) =>
    verdictAfter(store(), server.context.officeId, tamper);
  /** The place of the deed at this place of the first tablet. */
  const nthOf = async (name: string, nth = 0) => {
    const rows = await store()
      .db.selectFrom('history')
      .innerJoin('journal', (on) =>
        on.onRef('journal.client', '=', 'history.client').onRef('journal.seq', '=', 'history.seq'),
      )
      .select('nth')
      .where('journal.name', '=', name)
      .orderBy('nth')
      .execute();
    return rows[nth]?.nth ?? 0;
  };

  test('a busy office that nobody has tampered with verifies', async () => {
    const verdict = await verify();
    expect(verdict.fault).toBeNull();
    expect(verdict.deeds).toBe(7);
    expect(verdict.rows).toBeGreaterThan(8);
    const ends = await store().db.selectFrom('office').select('history_hash').execute();
    expect(ends).toEqual([{ history_hash: verdict.end.hash }]);
  });

  test('the chain holds the refused deed, too, and the acts of the server itself', async () => {
    const entries = await entriesAfter(store().db, server.context.officeId, 0);
    expect(entries.map(({ nth }) => nth)).toEqual(entries.map((_, i) => i + 1));
    const acts = entries.filter((entry) => entry.kind === 'act').map(({ name }) => name);
    expect(acts).toEqual(['history.begin', 'photo.arrive', 'office.change']);
    expect(entries.filter((entry) => entry.kind === 'deed')).toHaveLength(7);
  });

  test.each(['history', 'history_row', 'journal'])(
    '%s itself refuses to be changed',
    async (table) => {
      const { db } = store();
      const change = { history: 'detail', history_row: 'digest', journal: 'args' }[table] ?? '';
      const attempts = [`update ${table} set ${change} = 'x'`, `delete from ${table}`];
      for (const text of attempts) {
        await expect(
          db.transaction().execute(async (tx) => {
            const { CompiledQuery } = await import('kysely');
            await tx.executeQuery(CompiledQuery.raw(text));
          }),
        ).rejects.toThrow('append-only');
      }
      expect((await verify()).fault).toBeNull();
    },
  );

  test('an entry that was altered is found at its place', async () => {
    const { fault } = await after(({ run }) => run('update history set at = at + 1 where nth = 3'));
    expect(fault).toEqual({ kind: 'entry-broken', nth: 3 });
  });

  test('an entry that was altered and hashed anew is found at the one that follows', async () => {
    const { fault } = await after(async ({ tx, run }) => {
      const [, before, entry] = await entriesAfter(tx, server.context.officeId, 0);
      if (!before || !entry) throw new Error('too few entries');
      const rows = (await rowsOf(tx, server.context.officeId, 2, 3)).get(3) ?? [];
      const hash = hashOf(before.hash, 3, { ...entry, at: entry.at + 1 }, rows);
      await run(`update history set at = at + 1, hash = '${hash}' where nth = 3`);
    });
    expect(fault).toEqual({ kind: 'entry-broken', nth: 4 });
  });

  test('an entry that was taken away is missed at its place', async () => {
    const { fault } = await after(({ run }) => run('delete from history where nth = 3'));
    expect(fault).toEqual({ kind: 'entry-missing', nth: 3 });
  });

  test('an entry that was put in between is found', async () => {
    const { fault } = await after(async ({ run }) => {
      await run('update history set nth = nth + 1000 where nth > 3');
      await run('update history set nth = nth - 999 where nth > 1000');
      await run(
        'insert into history select office, 4, kind, name, account_id, client, seq, at, detail, digest, hash from history where nth = 3',
      );
    });
    expect(fault).toEqual({ kind: 'entry-broken', nth: 4 });
  });

  test('two entries that changed places are found', async () => {
    const { fault } = await after(async ({ run }) => {
      for (const [from, to] of [
        [3, 1000],
        [4, 3],
        [1000, 4],
      ]) {
        await run(`update history set nth = ${to} where nth = ${from}`);
        await run(`update history_row set nth = ${to} where nth = ${from}`);
      }
    });
    expect(fault).toEqual({ kind: 'entry-broken', nth: 3 });
  });

  test('a row taken off an entry is found', async () => {
    const nth = await nthOf('finding.void');
    const { fault } = await after(({ run }) =>
      run(`delete from history_row where nth = ${nth} and row_id = '${amended}'`),
    );
    expect(fault).toEqual({ kind: 'entry-broken', nth });
  });

  test('a cut tail is found by where the office says that it ends', async () => {
    const last = (await verify()).entries;
    const { fault } = await after(async ({ run }) => {
      await run(`delete from history where nth = ${last}`);
      await run(`delete from history_row where nth = ${last}`);
    });
    expect(fault).toEqual({ kind: 'cut-off', nth: last - 1, expected: last });
  });

  test('a tail cut with all that belongs to it is found by the end that was written down', async () => {
    const { end } = await verify();
    const written = readEnd(sayEnd(end));
    if (!written) throw new Error('not readable');
    const cut = async ({ tx, run }: Tamperer) => {
      const [before] = await entriesAfter(tx, server.context.officeId, end.nth - 2);
      await run(`delete from history where nth = ${end.nth}`);
      await run(`delete from history_row where nth = ${end.nth}`);
      await run(`update office set history_nth = ${end.nth - 1}, history_hash = '${before?.hash}'`);
    };
    const unknowing = await verdictAfter(store(), server.context.officeId, cut);
    expect(unknowing.fault).toBeNull();
    const known = [{ ...written, by: '单位' }];
    const { fault } = await verdictAfter(store(), server.context.officeId, cut, known);
    expect(fault).toEqual({ kind: 'end-cut', nth: end.nth - 1, expected: end.nth });
  });

  test('a chain rewritten from one entry on is found by the end that was written down', async () => {
    const known = [{ ...(await verify()).end, by: '单位' }];
    const rewrite = async ({ tx, run }: Tamperer) => {
      const entries = await entriesAfter(tx, server.context.officeId, 0);
      let hash = '';
      for (const entry of entries) {
        const rows = (await rowsOf(tx, server.context.officeId, entry.nth - 1, entry.nth)).get(
          entry.nth,
        );
        const detail = entry.nth === 3 ? 'x' : entry.detail;
        hash = hashOf(hash, entry.nth, { ...entry, detail }, rows ?? []);
        await run(
          `update history set detail = '${detail}', hash = '${hash}' where nth = ${entry.nth}`,
        );
      }
      await run(`update office set history_hash = '${hash}'`);
    };
    expect((await verdictAfter(store(), server.context.officeId, rewrite)).fault).toBeNull();
    const { fault } = await verdictAfter(store(), server.context.officeId, rewrite, known);
    expect(fault?.kind).toBe('end-other');
  });

  test('a deed whose args were changed is found at its place in the chain', async () => {
    const nth = await nthOf('finding.amend');
    const { fault } = await after(({ run }) =>
      run("update journal set args = replace(args, '两处', '一处') where name = 'finding.amend'"),
    );
    expect(fault).toMatchObject({ kind: 'deed-changed', nth });
    expect(fault && sayFault(fault)).toContain(`第 ${nth} 条`);
  });

  test('a deed that was taken out of the journal, or put into it, is found', async () => {
    const nth = await nthOf('finding.amend');
    const gone = await after(({ run }) => run("delete from journal where name = 'finding.amend'"));
    expect(gone.fault).toMatchObject({ kind: 'deed-missing', nth });
    const added = await after(({ run }) =>
      run(
        "insert into journal select office, client, 99, account_id, name, args, device_at, device_offset, corrected_at, received_at, outcome, code, detail from journal where name = 'finding.amend'",
      ),
    );
    expect(added.fault).toMatchObject({ kind: 'deed-unchained' });
  });

  test.each([
    [
      'a finding closed by hand',
      () => `update finding set state = 'closed' where id = '${onNotice}'`,
    ],
    [
      'a deadline moved by hand',
      () => `update notice set due_at = due_at + 86400000 where id = '${notice}'`,
    ],
    [
      'a line of the history rewritten',
      () => `update event set by_name = '别人' where subject_id = '${amended}' and kind = 'voided'`,
    ],
    ['a photo swapped', () => `update photo set sha256 = '${'0'.repeat(64)}'`],
    ['a photo said to be lacking', () => 'update photo set arrived = 0'],
  ])('%s is found', async (_what, text) => {
    const { fault } = await after(({ run }) => run(text()));
    expect(fault?.kind).toBe('row-changed');
  });

  test('a finding back at what it once was is found, too', async () => {
    const { fault } = await after(({ run }) =>
      run(`update finding set state = 'recorded' where id = '${amended}'`),
    );
    expect(fault).toMatchObject({ kind: 'row-changed', nth: await nthOf('finding.void') });
  });

  test('a row that was deleted, or came by no deed, is found', async () => {
    const gone = await after(({ run }) => run(`delete from finding where id = '${onNotice}'`));
    expect(gone.fault).toMatchObject({ kind: 'row-missing', row: `问题 ${onNotice}` });
    const fields =
      'subject, subject_id, unit_id, kind, detail, at, "by", by_name, office, version, shown_to';
    const added = await after(({ run }) =>
      run(
        `insert into event (id, ${fields}) select 'made-up', ${fields} from event where subject_id = '${amended}' and kind = 'voided'`,
      ),
    );
    expect(added.fault).toMatchObject({ kind: 'row-unchained', row: '经过 made-up' });
  });

  test('what is no part of a row may change: who sees it, and at which version', async () => {
    const { fault } = await after(({ run }) =>
      run("update finding set version = version + 1, shown_to = ''"),
    );
    expect(fault).toBeNull();
  });

  test('a store of before the chain begins it with what it holds, and is vouched for from there', async () => {
    const { db } = store();
    const rows = await db.selectFrom('event').selectAll().execute();
    const verdict = await verdictAfter(store(), server.context.officeId, async ({ tx, run }) => {
      await run('delete from history');
      await run('delete from history_row');
      await run("update office set history_nth = 0, history_hash = ''");
      const { beginWithin } = await import('../../src/server/history/begin.ts');
      await beginWithin(tx, store(), server.context.officeId, Date.now());
    });
    expect(verdict.fault).toBeNull();
    expect(verdict.deeds).toBe(7);
    expect(verdict.rows).toBeGreaterThan(rows.length);
  });

  test('it goes on after a restart where it ended', async () => {
    const { end } = await verify();
    server = await server.restart();
    const again = await verify();
    expect(again.fault).toBeNull();
    expect(again.end).toEqual(end);
  });
});
