/** `npm run xundian -- import` as a process of its own, beside the running server. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDraft } from '../../src/client/store/drafts.ts';
import { deed, findingArgs, join } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { jpeg } from '../support/jpeg.ts';
import { firstPoint } from '../support/line.ts';
import { OfficeClient } from '../support/office-client.ts';
import { fieldTablet, PASSPHRASE, parcelOf, recordProblem } from '../support/parcels.ts';
import { RawClient } from '../support/raw-client.ts';
import {
  type BuiltServer,
  buildServer,
  runServer,
  type ServerProcess,
} from '../support/server-process.ts';
import { draftOf, keptPhoto, uuid } from '../support/tablet.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RUN =
  'import(process.argv[1]).then((server) => server.command(process.argv.slice(3), process.env, process.argv[2]))';

let built: BuiltServer;
beforeAll(async () => {
  built = await buildServer();
}, 120_000);
afterAll(() => built.remove());

eachStore((kind) => {
  let folder: string;
  let dataDir: string;
  let databaseUrl: string | undefined;
  let server: ServerProcess;
  let person: OfficeClient;

  beforeAll(async () => {
    folder = mkdtempSync(joinPath(tmpdir(), 'xundian-console-'));
    dataDir = joinPath(folder, 'data');
    databaseUrl = await kind.fresh();
    server = await runServer(built.main, { DATA_DIR: dataDir, ...store() });
    person = await OfficeClient.signIn(server.url, 'inspector1', server.password);
  }, 120_000);
  afterAll(async () => {
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  function store(): Record<string, string> {
    return databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  }

  interface Said {
    readonly code: number;
    readonly text: string;
  }

  function xundian(args: string[], env: Record<string, string> = {}): Promise<Said> {
    const argv = ['--input-type=module', '-e', RUN, '--', built.main, ROOT, ...args];
    const given = { DATA_DIR: dataDir, INIT_CWD: folder, XUNDIAN_PASSPHRASE: PASSPHRASE };
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        argv,
        { env: { ...process.env, ...store(), ...given, ...env } },
        (error, out, err) => resolve({ code: Number(error?.code ?? 0), text: out + err }),
      );
      child.stdin?.end();
    });
  }

  async function written(name: string, file: Blob): Promise<void> {
    writeFileSync(joinPath(folder, name), Buffer.from(await file.arrayBuffer()));
  }

  test('a file goes into the store beside the running server, any number of times once', async () => {
    const field = await fieldTablet(person);
    const { sha256 } = await recordProblem(field, '控制台 一', 300_000);
    await recordProblem(field, '控制台 二');
    await written('a.xundian', await parcelOf(field));

    // Others go on working meanwhile.
    const colleague = await RawClient.signIn(server.url, 'inspector2', server.password);
    const { city } = await join(colleague);
    let busy = true;
    const pushing = (async () => {
      for (let seq = 1; busy; seq += 1) {
        const answer = await colleague.sync([deed(seq, 'finding.record', findingArgs(city))]);
        expect(answer.results).toEqual([{ seq, status: 'applied' }]);
      }
    })();
    const first = await xundian(['import', 'a.xundian']);
    busy = false;
    await pushing;
    expect(first.text).toContain('督查员一的离线包');
    expect(first.text).toContain('新入账 2 条，早已入账 0 条，未被接受 0 条');
    expect(first.text).toContain('照片：新到 2 张，早已在 0 张');
    expect(first.code).toBe(0);
    const again = await xundian(['import', 'a.xundian']);
    expect(again).toMatchObject({ code: 0, text: expect.stringContaining('早已入账 2 条') });
    expect(again.text).toContain('照片：新到 0 张，早已在 2 张');
    expect(first.text + again.text).not.toContain(PASSPHRASE);

    const seen = (await person.another().pullAll()).flatMap((puts) => puts.finding ?? []);
    expect(seen.filter(({ text }) => text.startsWith('控制台'))).toHaveLength(2);
    const photo = await fetch(`${server.url}/api/photos/file/${sha256}`, {
      headers: { cookie: person.cookie },
    });
    expect(OfficeClient.hash(new Uint8Array(await photo.arrayBuffer()))).toBe(sha256);

    field.line.up = true;
    expect(await field.tablet.sync()).toMatchObject({ phase: 'idle', failure: null });
    expect(await field.tablet.db.outbox.count()).toBe(0);
    expect(await field.tablet.db.refused.count()).toBe(0);
  }, 60_000);

  test('a notice that comes in by a file is sealed by the office', async () => {
    const field = await fieldTablet(person);
    const finding = await recordProblem(field, '随通知书');
    const { team, point } = await firstPoint(field.tablet);
    const { roundId } = team;
    const id = uuid();
    const to = { id, roundId, teamId: team.id, unitId: point.streetId };
    const deadline = { kind: 'immediate' } as const;
    const issued = await field.tablet.issue({ ...to, findingIds: [finding.id], deadline });
    expect(issued).toEqual({ ok: true });
    await written('notice.xundian', await parcelOf(field));
    expect((await xundian(['import', 'notice.xundian'])).code).toBe(0);
    const puts = await person.another().pullAll();
    const own = puts.flatMap(({ signer }) => signer ?? []).find(({ clientId }) => clientId === '');
    const notice = puts.flatMap((page) => page.notice ?? []).find((row) => row.id === id);
    expect(notice?.seal?.keyId).toBe(own?.id);
  }, 60_000);

  test('a notice that is not there, or not named, is said so in a sentence', async () => {
    const nobody = await xundian(['render-notice', '榆文明督[2026]999号', '--out', 'papers']);
    expect(nobody).toEqual({ code: 1, text: '没有这个文号的公文。(notice-missing)\n' });
    const unread = await xundian(['render-notice', '九百九十九', '--out', 'papers']);
    expect(unread).toMatchObject({ code: 1, text: expect.stringContaining('认不出这个文号') });
    const nowhere = await xundian(['render-notice', '榆文明督〔2026〕999号']);
    expect(nowhere).toMatchObject({ code: 1, text: expect.stringContaining('--out') });
  });

  test.runIf(kind.name === 'SQLite')(
    'without the right passphrase, or with a damaged file, nothing is taken',
    async () => {
      const field = await fieldTablet(person);
      await recordProblem(field, '不会进来');
      const file = await parcelOf(field);
      await written('b.xundian', file);
      await written('cut.xundian', file.slice(0, file.size - 100));
      const wrong = await xundian(['import', 'b.xundian'], {
        XUNDIAN_PASSPHRASE: '别的口令别的口令',
      });
      expect(wrong).toMatchObject({ code: 1, text: expect.stringContaining('(passphrase-wrong)') });
      const cut = await xundian(['import', 'cut.xundian']);
      expect(cut).toMatchObject({ code: 1, text: expect.stringContaining('(parcel-cut)') });
      const none = await xundian(['import', 'b.xundian'], { XUNDIAN_PASSPHRASE: '' });
      expect(none).toMatchObject({ code: 1, text: expect.stringContaining('没有口令') });
      const missing = await xundian(['import', 'c.xundian']);
      expect(missing).toMatchObject({ code: 1, text: expect.stringContaining('没有这个文件') });
      expect((await xundian([])).text).toContain('用法：');
      const seen = (await person.another().pullAll()).flatMap((puts) => puts.finding ?? []);
      expect(seen.filter(({ text }) => text === '不会进来')).toEqual([]);
    },
    60_000,
  );

  test('what is for people, refused before or not yet written to its end, comes out beside it', async () => {
    const field = await fieldTablet(person);
    const { id } = await recordProblem(field, '先前的');
    const photo = await keptPhoto(field.tablet, jpeg());
    await saveDraft(field.tablet.db, draftOf({ text: '没写完的', photos: [photo] }));
    await written('d.xundian', await parcelOf(field));
    const said = await xundian(['import', 'd.xundian', '--out', 'kept']);
    expect(said).toMatchObject({ code: 0, text: expect.stringContaining('新入账 1 条') });
    expect(readdirSync(joinPath(folder, 'kept')).sort()).toEqual(
      [`${photo.sha256}.jpg`, '未入账内容.json'].sort(),
    );
    const kept = readFileSync(joinPath(folder, 'kept', '未入账内容.json'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ refused: [], drafts: [{ text: '没写完的' }] });
    expect(kept).not.toContain(id);
  }, 60_000);

  test.runIf(kind.name === 'SQLite')('a wrong folder does not become a new office', async () => {
    const nowhere = joinPath(folder, 'nowhere');
    const said = await xundian(['import', 'a.xundian', '--data', nowhere]);
    expect(said).toMatchObject({ code: 1, text: expect.stringContaining('还没有单位的数据') });
    expect(readdirSync(folder)).not.toContain('nowhere');
  });
});
