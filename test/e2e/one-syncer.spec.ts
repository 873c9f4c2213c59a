/** Two tabs and the service worker wake at the same moment: one of them syncs at a time (invariant 9). */
import { OfficeClient } from '../support/office-client.ts';
import { InspectionPage } from './pages/inspection-page.ts';
import { PointPage } from './pages/point-page.ts';
import { SyncPage } from './pages/sync-page.ts';
import { backgroundTurn } from './support/background-sync.ts';
import { heldOn } from './support/local-store.ts';
import { signInInspector } from './support/signed-in.ts';
import { expect, test } from './support/test.ts';
import type { SyncCall } from './support/watched-line.ts';
import { markPages } from './support/watched-line.ts';

/** Pairs of one client's round trips that were under way at the same time. */
function overlaps(calls: readonly SyncCall[]): SyncCall[][] {
  return calls.flatMap((call, nth) =>
    calls
      .slice(nth + 1)
      .filter((later) => later.clientId === call.clientId && later.began < call.ended)
      .map((later) => [call, later]),
  );
}

test('two tabs and the worker at once push each deed once, and never at the same time', async ({
  stage,
  office,
  launchTablet,
}) => {
  const line = await stage.openLine(office);
  const tablet = await launchTablet({ baseUrl: line.url });
  await markPages(tablet.context);
  const first = await signInInspector(tablet, office);
  await first.goto(`${line.url}/points/YL-0006`);
  line.cut();
  const inspectionId = await new PointPage(first).startInspection();
  const [here, there] = [first, await tablet.page(`/inspections/${inspectionId}`)].map(
    (page) => new InspectionPage(page),
  );
  for (const nth of [1, 2, 3]) {
    await here?.answer(nth * 2 - 1, '符合');
    await there?.answer(nth * 2, '基本符合');
  }
  const second = await tablet.page('/sync');
  expect((await heldOn(second)).outbox).toBe(7);

  const before = line.calls.length;
  line.slowMs = 150;
  line.mend();
  await first.goto(`${line.url}/sync`);
  await Promise.all([
    new SyncPage(first).syncNow(),
    new SyncPage(second).syncNow(),
    backgroundTurn(first),
    backgroundTurn(second),
  ]);
  await expect.poll(async () => (await heldOn(second)).outbox, { timeout: 60_000 }).toBe(0);
  await expect.poll(() => line.calls.some((call) => call.byWorker)).toBe(true);
  await expect.poll(() => line.calls.every((call) => Number.isFinite(call.ended))).toBe(true);

  const calls = line.calls.slice(before);
  expect(calls.length).toBeGreaterThan(1);
  expect(overlaps(calls)).toEqual([]);
  const pushed = calls.flatMap(({ seqs }) => seqs);
  expect(pushed).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await heldOn(second)).toMatchObject({ outbox: 0, refused: 0 });

  const supervisor = await OfficeClient.signIn(office.url, 'supervisor', office.password);
  const rows = (await supervisor.pullAll()).flatMap((puts) => puts.inspection ?? []);
  const own = rows.filter((row) => row.id === inspectionId);
  expect(own.map((row) => Object.keys(row.answers).length)).toEqual([6]);
});
