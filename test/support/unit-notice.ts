/** A notice of several problems to a unit that has an account, unsigned, its photos at the office. */
import { uuidv7 } from 'uuidv7';
import type { RowOf } from '../../src/protocol/rows/index.ts';
import type { SyncResponse } from '../../src/protocol/sync.ts';
import { cityOf, rowsOf } from './city-work.ts';
import { OfficeClient } from './office-client.ts';

const PROBLEMS = [
  '东侧垃圾桶满溢，周边散落垃圾两处',
  '公益广告画面褪色、边角破损',
  '门前占道经营，消防通道被堵',
] as const;

/** Issues it as the sample's inspector; answers its row with number and seal. */
export async function issueToUnit(
  server: { readonly url: string; readonly password: string },
  jpegs: readonly Uint8Array<ArrayBuffer>[],
  unitId = 'U04',
): Promise<RowOf['notice']> {
  const client = await OfficeClient.signIn(server.url, 'inspector1', server.password);
  const city = cityOf(await client.sync());
  const now = Date.now();
  const findingIds: string[] = [];
  for (const [nth, text] of PROBLEMS.entries()) {
    const id = uuidv7();
    findingIds.push(id);
    const jpeg = jpegs[nth % Math.max(1, jpegs.length)];
    client.does('finding.record', {
      id,
      roundId: city.roundId,
      pointId: city.point.id,
      inspectionId: null,
      itemId: null,
      place: null,
      text,
      count: nth + 1,
      unitId,
      deadline: { kind: 'days', days: 3 },
      photos: jpeg ? [photoOf(jpeg, now)] : [],
    });
  }
  const id = uuidv7();
  const { roundId, team } = city;
  const deadline = { kind: 'days', days: 7 } as const;
  const args = { id, roundId, teamId: team.id, unitId, findingIds, deadline, number: null };
  client.does('notice.issue', args);
  const { results } = await client.sync();
  const refused = results.find(({ status }) => status === 'rejected');
  if (refused) throw new Error(`the office refuses: ${refused.code} ${refused.detail}`);
  for (const jpeg of jpegs) await client.upload(jpeg);
  return noticeIn(await client.another().sync(), id);
}

export function noticeIn(pulled: SyncResponse, id: string): RowOf['notice'] {
  const found = rowsOf(pulled, 'notice').find((row) => row.id === id);
  if (!found) throw new Error('no such notice');
  return found;
}

function photoOf(jpeg: Uint8Array, takenAt: number) {
  const sha256 = OfficeClient.hash(jpeg);
  const size = { width: 1600, height: 1200, bytes: jpeg.byteLength };
  return { id: uuidv7(), sha256, ...size, takenAt, place: null };
}
