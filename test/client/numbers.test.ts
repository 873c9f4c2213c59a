import { describe, expect, test } from 'vitest';
import { leasesLeft, mergeLeases, nextNumber } from '../../src/client/store/numbers.ts';
import { transact } from '../../src/client/store/transact.ts';
import { MemoryServer } from '../support/memory-server.ts';
import {
  findingArgs,
  machine,
  openTablet,
  readyTablet,
  type Tablet,
  uuid,
} from '../support/tablet.ts';

async function issued(tablet: Tablet): Promise<number | null> {
  const finding = findingArgs();
  await tablet.do('finding.record', finding);
  const id = uuid();
  const { deadline } = finding;
  const args = {
    id,
    roundId: 'R1',
    teamId: 'T1',
    unitId: 'U01',
    findingIds: [finding.id],
    deadline,
  };
  expect(await tablet.issue(args)).toEqual({ ok: true });
  return (await tablet.db.notice.get(id))?.number?.seq ?? null;
}

const lease = (seq: number) => ({ agency: '示文明督', year: 2023, seq });

describe('the numbers leased to a tablet', () => {
  test('are used from the lowest up, and without any left a notice is 编号待定', async () => {
    const server = new MemoryServer();
    const tablet = await readyTablet(server);
    expect(await leasesLeft(tablet.db, 2023)).toBe(3);
    expect(await nextNumber(tablet.db, '示文明督', 2023)).toEqual(lease(1));
    server.network = 'down';
    const given = [];
    for (let nth = 0; nth < 4; nth += 1) given.push(await issued(tablet));
    expect(given).toEqual([1, 2, 3, null]);
    expect(await leasesLeft(tablet.db, 2023)).toBe(0);
    server.network = 'up';
    await tablet.sync();
    const seqs = (await tablet.db.notice.toArray()).map((notice) => notice.number?.seq);
    expect(seqs).not.toContain(undefined);
    expect(new Set(seqs).size).toBe(4);
  });

  test('are not used again after the page is opened anew', async () => {
    const server = new MemoryServer();
    const on = machine();
    const before = await readyTablet(server, on);
    server.network = 'down';
    expect(await issued(before)).toBe(1);
    await before.close();
    const after = await openTablet(server, on);
    expect(await issued(after)).toBe(2);
  });

  test('are not drawn twice by two tabs', async () => {
    const server = new MemoryServer();
    const on = machine();
    const first = await readyTablet(server, on);
    const second = await openTablet(server, on);
    const given = await Promise.all([issued(first), issued(second)]);
    expect([...given].sort()).toEqual([1, 2]);
  });

  test('stay used whatever the list of the office says', async () => {
    const tablet = await readyTablet(new MemoryServer());
    await issued(tablet);
    await transact(tablet.db, ['lease'], (stores) => mergeLeases(stores, [1, 2, 3, 4].map(lease)));
    expect(await nextNumber(tablet.db, '示文明督', 2023)).toEqual(lease(2));
    expect(await leasesLeft(tablet.db, 2023)).toBe(3);
  });

  test('that the office took back are not used', async () => {
    const tablet = await readyTablet(new MemoryServer());
    await transact(tablet.db, ['lease'], (stores) => mergeLeases(stores, [lease(3)]));
    expect(await issued(tablet)).toBe(3);
  });

  test('are not spent by a notice that the rule refuses', async () => {
    const tablet = await readyTablet(new MemoryServer());
    const deadline = { kind: 'days', days: 3 } as const;
    const args = {
      id: uuid(),
      roundId: 'R1',
      teamId: 'T1',
      unitId: 'U01',
      findingIds: [],
      deadline,
    };
    expect(await tablet.issue(args)).toMatchObject({ ok: false, reason: 'notice-empty' });
    expect(await leasesLeft(tablet.db, 2023)).toBe(3);
  });

  test('of another year are left alone', async () => {
    const tablet = await readyTablet(new MemoryServer());
    await transact(tablet.db, ['lease'], (stores) =>
      mergeLeases(stores, [{ ...lease(1), year: 2024 }]),
    );
    expect(await issued(tablet)).toBeNull();
    expect(await leasesLeft(tablet.db, 2024)).toBe(1);
  });
});
