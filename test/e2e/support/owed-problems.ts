/** An office some weeks on: each unit has a problem on a notice that is overdue. */
import { uuidv7 } from 'uuidv7';
import type { MutationArgs } from '../../../src/protocol/mutations/index.ts';
import { pullRows } from '../../bench/city.ts';
import { letterArgs } from '../../support/letters.ts';
import { OfficeClient } from '../../support/office-client.ts';
import type { OfficeServer } from './office-server.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

export interface OwedProblem {
  readonly findingId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly shortName: string;
  readonly text: string;
}

/** One for each of so many units, all recorded and put on notices twelve days ago. */
export async function overdueEverywhere(
  server: OfficeServer,
  count: number,
): Promise<OwedProblem[]> {
  const rows = await pullRows(server, 'inspector1');
  const client = await OfficeClient.signIn(server.url, 'inspector1', server.password);
  const { accountId } = client.session;
  const team = rows.team?.find(({ memberIds }) => memberIds.includes(accountId));
  const pointId = team?.pointIds[0];
  if (!team || pointId === undefined) throw new Error('the account walks in no group');
  const { id: teamId, roundId } = team;
  const at = Date.now() - 12 * DAY;
  const deadline = { kind: 'days', days: 3 } as const;
  // Two units of the city are called alike for short, and a person would not tell them apart either.
  const units = (rows.unit ?? []).filter(
    ({ shortName }, _nth, all) => all.filter((one) => one.shortName === shortName).length === 1,
  );
  const with04 = [...units].sort((a, b) => Number(b.id === 'U04') - Number(a.id === 'U04'));
  const owed = with04.slice(0, count).map(({ id: unitId, name, shortName }, nth) => {
    const findingId = uuidv7();
    const text = `第${nth + 1}处护栏缺失`;
    const found = { id: findingId, roundId, pointId, unitId, text, count: 1, deadline };
    const loose = { inspectionId: null, itemId: null, place: null, photos: [] };
    client.does('finding.record', { ...found, ...loose }, at);
    const notice = { id: uuidv7(), roundId, teamId, unitId, findingIds: [findingId], deadline };
    client.does('notice.issue', { ...notice, number: null }, at);
    return { findingId, unitId, unitName: name, shortName, text };
  });
  await settled(client);
  return owed;
}

/** Letters about one problem whose terms have passed, one after the other. */
export async function sentBefore(
  server: OfficeServer,
  kinds: readonly ('urge' | 'supervise')[],
  { findingId, unitId, unitName }: OwedProblem,
): Promise<void> {
  const desk = await OfficeClient.signIn(server.url, 'supervisor', server.password);
  const now = Date.now();
  for (const [nth, kind] of kinds.entries()) {
    const issuedAt = now - (kinds.length - nth) * 2 * HOUR;
    const args = letterArgs({
      id: uuidv7(),
      kind,
      findingIds: [findingId],
      issuedAt,
      dueAt: issuedAt + HOUR,
      unitId,
    });
    const record: MutationArgs['letter.issue']['record'] = { ...args.record, unitName };
    desk.does('letter.issue', { ...args, record }, issuedAt);
  }
  await settled(desk);
}

async function settled(client: OfficeClient): Promise<void> {
  const { results } = await client.sync();
  const refused = results.find(({ status }) => status === 'rejected');
  if (refused) throw new Error(`the office refuses: ${JSON.stringify(refused)}`);
}
