/** A tablet whose clock is days off: nobody's deadline is (invariant 8). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadlineOf } from '../../src/domain/deadline.ts';
import { calendar2023 } from '../support/calendar-2023.ts';
import { firstPoint, lineOf, today } from '../support/line.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { findingArgs, readyTablet, uuid } from '../support/tablet.ts';

const DAY = 86_400_000;
const SLACK = 60_000;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.end();
});

/** What the office wrote down of a client's deeds. */
function journalOf(client: string) {
  return server.context.store.db
    .selectFrom('journal')
    .select(['name', 'device_at', 'device_offset', 'corrected_at'])
    .where('client', '=', client)
    .orderBy('seq')
    .execute();
}

test.each([
  ['fast', 2 * DAY],
  ['slow', -2 * DAY],
])('a notice of a tablet two days %s is due by the corrected time', async (_name, off) => {
  const person = await server.signIn('inspector1');
  const { line, office } = lineOf(person);
  const tablet = await readyTablet(office, today(off), person.session);
  const { team, point } = await firstPoint(tablet);
  expect(Math.abs((tablet.status().offset ?? 0) + off)).toBeLessThan(SLACK);

  line.up = false;
  const unitId = point.streetId;
  const deadline = { kind: 'immediate' } as const;
  const { roundId } = team;
  const finding = findingArgs({ roundId, pointId: point.id, unitId, deadline });
  const [before, deviceBefore] = [Date.now(), Date.now() + off];
  await tablet.do('finding.record', finding);
  const id = uuid();
  const issue = { id, roundId, teamId: team.id, unitId, findingIds: [finding.id], deadline };
  expect(await tablet.issue(issue)).toEqual({ ok: true });

  const local = await tablet.db.notice.get(id);
  expect(Math.abs((local?.issuedAt ?? 0) - before)).toBeLessThan(SLACK);
  const due = deadlineOf(deadline, local?.issuedAt ?? 0, calendar2023, 18);
  expect(due).toMatchObject({ ok: true, dueAt: local?.dueAt });

  line.up = true;
  await tablet.sync();
  expect(await tablet.db.refused.toArray()).toEqual([]);
  const taken = await tablet.db.notice.get(id);
  // This tablet has no key: the office signs for it.
  expect(taken).toEqual({ ...local, seal: taken?.seal });
  const journal = await journalOf(tablet.author.clientId);
  expect(journal.map(({ name }) => name)).toEqual(['finding.record', 'notice.issue']);
  for (const { device_at, device_offset, corrected_at } of journal) {
    expect(Math.abs(device_at - deviceBefore)).toBeLessThan(SLACK);
    expect(Math.abs(device_offset + off)).toBeLessThan(SLACK);
    expect(Math.abs(corrected_at - before)).toBeLessThan(SLACK);
  }
});
