/** A tablet's real store and loop against a real server over HTTP: an inspector's day, with its faults. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { PIECE_BYTES } from '../../src/client/sync/tus.ts';
import { sayNumber } from '../../src/domain/notice-number.ts';
import { jpeg } from '../support/jpeg.ts';
import { firstPoint, lineOf, rowsOf, today } from '../support/line.ts';
import type { OfficeClient } from '../support/office-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { draftOf, keptPhoto, openTablet, readyTablet, uuid } from '../support/tablet.ts';

let server: TestServer;
let person: OfficeClient;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.signIn('inspector1');
});

afterAll(async () => {
  await server.end();
});

test("an inspector's day offline arrives once and whole", async () => {
  const { line, office } = lineOf(person);
  const on = today();
  const tablet = await readyTablet(office, on, person.session);
  expect(tablet.status()).toMatchObject({ phase: 'idle', failure: null, firstPull: false });
  const { team, point, checklist } = await firstPoint(tablet);
  const { roundId } = team;

  line.up = false;
  const visit = uuid();
  await tablet.do('inspection.start', {
    id: visit,
    roundId,
    pointId: point.id,
    checklistId: checklist.id,
  });
  for (const { id } of checklist.items) {
    const said = { verdict: 'unmet', reason: null, count: 2, note: '' } as const;
    await tablet.do('inspection.answer', { id: visit, itemId: id, ...said });
  }
  expect(await tablet.do('inspection.finish', { id: visit })).toEqual({ ok: true });
  const photo = await keptPhoto(tablet, jpeg(1600, 1200, PIECE_BYTES * 2));
  const draft = draftOf({
    roundId,
    pointId: point.id,
    inspectionId: visit,
    unitId: point.streetId,
    deadline: { kind: 'immediate' },
    photos: [photo],
  });
  expect(await saveFindingFromDraft(tablet, draft)).toEqual({ ok: true });
  const notice = uuid();
  const issued = { id: notice, roundId, teamId: team.id, unitId: point.streetId };
  const rest = { findingIds: [draft.id], deadline: draft.deadline };
  expect(await tablet.issue({ ...issued, ...rest })).toEqual({ ok: true });
  const number = (await tablet.db.notice.get(notice))?.number;
  expect(number && sayNumber(number)).toMatch(/〔\d{4}〕\d+号$/);
  await tablet.close();

  const back = await openTablet(office, on, person.session);
  line.up = true;
  line.loseAnswers = 1;
  expect((await back.sync()).phase).toBe('offline');
  line.cutPieces = 1;
  await back.sync();
  await back.sync();
  expect(await back.db.outbox.count()).toBe(0);
  expect(await back.db.refused.toArray()).toEqual([]);
  expect((await back.db.blob.get(photo.sha256))?.state).toBe('arrived');
  expect((await back.db.notice.get(notice))?.number).toEqual(number);
  await back.sync();

  const supervisor = await server.signIn('supervisor');
  const desk = await readyTablet(lineOf(supervisor).office, today(), supervisor.session);
  expect(await rowsOf(back.db)).toEqual(await rowsOf(desk.db));
  expect(await desk.db.photo.get(photo.id)).toMatchObject({ arrived: true, findingId: draft.id });
  const file = await globalThis.fetch(`${server.url}/api/photos/file/${photo.sha256}`, {
    headers: { cookie: supervisor.cookie },
  });
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(photo.sha256);
});

test('what the server refuses is kept with its reason', async () => {
  const { line, office } = lineOf(person);
  const tablet = await readyTablet(office, today(), person.session);
  const { team, point } = await firstPoint(tablet);
  line.up = false;
  const { roundId } = team;
  const draft = draftOf({ roundId, pointId: point.id, unitId: point.streetId, photos: [] });
  await saveFindingFromDraft(tablet, draft);
  await tablet.db.outbox.toCollection().modify((row) => {
    row.args = { ...draft, unitId: 'U-NOWHERE' };
  });
  line.up = true;
  await tablet.sync();
  expect(await tablet.db.refused.toArray()).toMatchObject([{ code: 'unit-missing' }]);
  expect(await tablet.db.finding.get(draft.id)).toBeUndefined();
});

test('a store of one person is not taken under the name of another', async () => {
  const { office } = lineOf(person);
  const on = today();
  const tablet = await readyTablet(office, on, person.session);
  await tablet.close();
  const other = await server.signIn('inspector2');
  const wrong = await openTablet(lineOf(other).office, on, person.session);
  expect(await wrong.sync()).toMatchObject({
    phase: 'signed-out',
    failure: { code: 'client-not-yours' },
  });
});
