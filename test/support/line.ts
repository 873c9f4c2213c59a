/** A tablet's line to a real server, with its faults in hand. */
import type { LocalDatabase } from '../../src/client/store/database.ts';
import type { Fetch } from '../../src/client/sync/exchange.ts';
import { TABLES } from '../../src/protocol/rows/index.ts';
import type { OfficeClient } from './office-client.ts';
import { machine, type Tablet } from './tablet.ts';

export function lineOf(client: OfficeClient) {
  const line = { up: true, loseAnswers: 0, cutPieces: 0 };
  const fetch: Fetch = async (path, init) => {
    if (!line.up) throw new TypeError('Failed to fetch');
    if (init.method === 'PATCH' && line.cutPieces > 0) {
      line.cutPieces -= 1;
      throw new TypeError('Failed to fetch');
    }
    const headers = new Headers(init.headers);
    headers.set('cookie', client.cookie);
    const answer = await globalThis.fetch(`${client.url}${path}`, { ...init, headers });
    if (line.loseAnswers > 0 && init.method === 'POST') {
      line.loseAnswers -= 1;
      await answer.arrayBuffer();
      throw new TypeError('Failed to fetch');
    }
    return answer;
  };
  return { line, office: { fetch } };
}

/** Every synced row on a tablet, by table. */
export async function rowsOf(db: LocalDatabase): Promise<Record<string, unknown[]>> {
  const lists = await Promise.all(TABLES.map((table) => db.table(table).orderBy('id').toArray()));
  return Object.fromEntries(TABLES.map((table, nth) => [table, lists[nth] ?? []]));
}

/**
 * A machine whose clock runs with the server's.
 * @param fast ms by which it is ahead
 */
export function today(fast = 0) {
  return { ...machine(), clock: Date.now() + fast };
}

/** A point that the tablet's person is to inspect, with its group and checklist. */
export async function firstPoint(tablet: Tablet) {
  const { accountId } = tablet.author.actor;
  const team = (await tablet.db.team.toArray()).find((one) => one.memberIds.includes(accountId));
  const [pointId = ''] = team?.pointIds ?? [];
  const point = await tablet.db.point.get(pointId);
  const checklist = await tablet.db.checklist
    .where('category')
    .equals(point?.category ?? '')
    .first();
  if (!team || !point || !checklist) throw new Error('the sample city lacks a point to inspect');
  return { team, point, checklist };
}
