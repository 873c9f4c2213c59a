import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowOf } from '../../src/protocol/rows/index.ts';
import { takeVersions } from '../../src/server/store/office-lock.ts';
import { type City, deed, findingArgs, join, rowsOf } from '../support/city-work.ts';
import { eachStore } from '../support/each-store.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const TABLETS = 8;
const PUSHES = 8;
/** A race takes as long as the machine is busy. */
const RACE_MS = 120_000;

eachStore((kind) => {
  let server: TestServer;
  let person: RawClient;
  let city: City;
  let databaseUrl: string | undefined;

  beforeAll(async () => {
    databaseUrl = await kind.fresh();
    server = await startTestServer({ databaseUrl });
    person = await RawClient.signIn(server.url, 'inspector1', server.password);
    city = (await join(person)).city;
  });
  afterAll(() => server.end());

  /** Pulls as long as `running`, then to the end; answers every finding in the order of arrival. */
  async function readAll(reader: RawClient, running: () => boolean): Promise<string[]> {
    const seen: string[] = [];
    for (let last = false; ; ) {
      const answer = await reader.sync();
      seen.push(...rowsOf(answer, 'finding').map((finding) => finding.text));
      if (last && !answer.more) return seen;
      last = !running();
    }
  }

  async function pushMany(url: string, prefix: string): Promise<void> {
    const writer = new RawClient(url, person.cookie);
    for (let seq = 1; seq <= PUSHES; seq += 1) {
      await writer.sync([
        deed(seq, 'finding.record', findingArgs(city, { text: `${prefix}-${seq}` })),
      ]);
    }
  }

  async function race(urls: readonly string[], name: string): Promise<void> {
    let writing = true;
    const readers = urls.flatMap((url) => [
      new RawClient(url, person.cookie),
      new RawClient(url, person.cookie),
    ]);
    const reading = readers.map((reader) => readAll(reader, () => writing));
    await Promise.all(
      Array.from({ length: TABLETS }, (_, i) =>
        pushMany(urls[i % urls.length] ?? server.url, `${name}${i}`),
      ),
    );
    writing = false;
    const wanted = Array.from({ length: TABLETS }, (_, i) =>
      Array.from({ length: PUSHES }, (_, seq) => `${name}${i}-${seq + 1}`),
    ).flat();
    for (const seen of await Promise.all(reading)) {
      const own = seen.filter((text) => text.startsWith(name));
      expect(own.toSorted()).toEqual(wanted.toSorted());
    }
  }

  test(
    'a reader beside many writers misses nothing and hears nothing twice',
    async () => {
      await race([server.url], 'one');
    },
    RACE_MS,
  );

  test.skipIf(kind.name === 'SQLite')(
    'two servers on one database keep one order',
    async () => {
      const second = await startTestServer({ databaseUrl });
      try {
        await race([server.url, second.url], 'two');
      } finally {
        await second.end();
      }
    },
    RACE_MS,
  );

  test('a pull with nothing new is empty and keeps its cursor', async () => {
    const reader = person.another();
    while ((await reader.sync()).more);
    const before = reader.cursor;
    const answer = await reader.sync();
    expect(answer.patch).toEqual({ reset: false, puts: {}, dels: [] });
    expect(answer.cursor).toBe(before);
    expect(answer.more).toBe(false);
  });

  test('a cursor that this store did not give starts the pull anew', async () => {
    const reader = person.another();
    const first = await reader.sync();
    const strange = [
      '',
      'x',
      'office.1',
      `${first.cursor}999`,
      'office@000000000000.1',
      '\u0000.1',
    ];
    for (const cursor of [null, ...strange]) {
      reader.cursor = cursor;
      const answer = await reader.sync();
      expect(answer.patch.reset).toBe(true);
      expect(rowsOf(answer, 'point').length).toBeGreaterThan(0);
    }
    reader.cursor = first.cursor;
    expect((await reader.sync()).patch.reset).toBe(false);
  });

  /** Writes units under one version; their duties say which. */
  async function writeVersion(name: string, count: number): Promise<void> {
    const { store, rows, officeId } = server.context;
    await store.db.transaction().execute(async (tx) => {
      const version = await takeVersions(tx, officeId);
      const some = Array.from({ length: count }, (_, i) => {
        const id = `${name}-${i}`;
        const row: RowOf['unit'] = { id, name: id, shortName: id, kind: 'sector', duties: name };
        return { row, shownTo: '' };
      });
      await rows.write(tx, 'unit', some, version);
    });
  }

  /** The versions of each page, as the duties of its units. */
  async function pagesOf(reader: RawClient): Promise<string[][]> {
    const pages: string[][] = [];
    for (let more = true; more; ) {
      const answer = await reader.sync();
      pages.push(rowsOf(answer, 'unit').map((unit) => unit.duties));
      more = answer.more;
    }
    return pages;
  }

  test.each([
    ['just beyond one page', 4, 980],
    ['of many pages', 10, 1020],
  ])(
    'an office %s comes in pages, none of which splits or skips a version',
    async (name, versions, rows) => {
      const names = Array.from({ length: versions }, (_, nth) =>
        `${name}-${nth}`.replace(/ /g, '-'),
      );
      for (const one of names) await writeVersion(one, rows);
      // The second reader finds in memory what the first one has read.
      for (const reader of [person.another(), person.another()]) {
        const pages = await pagesOf(reader);
        expect(pages.length).toBeGreaterThan(1);
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(4000);
        for (const one of names) {
          const holding = pages.filter((page) => page.includes(one));
          expect(holding.map((page) => page.filter((each) => each === one).length)).toEqual([rows]);
        }
        await writeVersion(`after-${reader.clientId.slice(0, 8)}`, 1);
      }
    },
  );

  test('a version that is larger than a page comes whole', async () => {
    const readers = [person.another(), person.another()];
    for (const reader of readers) await pagesOf(reader);
    await writeVersion('W', 4500);
    for (const reader of readers) {
      const pages = await pagesOf(reader);
      const counts = pages.map((page) => page.filter((one) => one === 'W').length);
      expect(counts.filter((count) => count > 0)).toEqual([4500]);
      await writeVersion(`after-${reader.clientId.slice(0, 8)}`, 1);
    }
  });
});
