/** 编号待定: more notices offline than the tablet holds numbers for, against a real office. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leasesLeft } from '../../src/client/store/numbers.ts';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { firstPoint, lineOf, today } from '../support/line.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { findingArgs, readyTablet, uuid } from '../support/tablet.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.end();
});

test('notices beyond the leased numbers are issued all the same, and numbered once at sync', async () => {
  const person = await server.signIn('inspector1');
  const { line, office } = lineOf(person);
  const tablet = await readyTablet(office, today(), person.session);
  const { team, point } = await firstPoint(tablet);
  const { db } = tablet;
  const year = new Date().getUTCFullYear();
  const held = await leasesLeft(db, year);
  expect(held).toBeGreaterThan(0);

  line.up = false;
  const { roundId } = team;
  const unitId = point.streetId;
  const deadline = { kind: 'immediate' } as const;
  const issued: string[] = [];
  for (let nth = 0; nth < held + 2; nth += 1) {
    const finding = findingArgs({ roundId, pointId: point.id, unitId, deadline });
    await tablet.do('finding.record', finding);
    const id = uuid();
    const args = { id, roundId, teamId: team.id, unitId, findingIds: [finding.id], deadline };
    expect(await tablet.issue(args)).toEqual({ ok: true });
    issued.push(id);
  }
  const numbers = async () =>
    (await db.notice.bulkGet(issued)).map((notice) =>
      notice?.number ? sayNumber(notice.number) : null,
    );
  const printed = await numbers();
  expect(printed.slice(0, held)).not.toContain(null);
  expect(printed.slice(held)).toEqual([null, null]);

  line.up = true;
  await tablet.sync();
  expect(await db.refused.toArray()).toEqual([]);
  const final = await numbers();
  expect(final).not.toContain(null);
  expect(new Set(final).size).toBe(held + 2);
  // What was on paper in the field is what stands in the register.
  expect(final.slice(0, held)).toEqual(printed.slice(0, held));

  const supervisor = await server.signIn('supervisor');
  const desk = await readyTablet(lineOf(supervisor).office, today(), supervisor.session);
  const seen = (await desk.db.notice.bulkGet(issued)).map((notice) => notice?.number);
  expect(seen.map((number) => number && sayNumber(number))).toEqual(final);
  expect(await leasesLeft(db, year)).toBeGreaterThan(0);
});
