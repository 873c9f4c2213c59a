/** Deeds that fit the sample city, made from what a client has pulled of it. */

import { uuidv7 } from 'uuidv7';
import type { MutationArgs, MutationName } from '../../src/protocol/mutations/index.ts';
import type { RowOf, TableName } from '../../src/protocol/rows/index.ts';
import type { PushedMutation, SyncResponse } from '../../src/protocol/sync.ts';
import type { RawClient } from './raw-client.ts';

/** A unit of the sample city that has an account, and one that has none. */
export const UNIT = 'U04';
export const OTHER_UNIT = 'U05';

export interface City {
  readonly roundId: string;
  readonly team: RowOf['team'];
  readonly point: RowOf['point'];
  readonly checklist: RowOf['checklist'];
}

export function cityOf(response: SyncResponse): City {
  const team = first(response, 'team');
  const point = response.patch.puts.point?.find((one) => one.id === team.pointIds[0]);
  const checklist = response.patch.puts.checklist?.find((one) => one.category === point?.category);
  if (!point || !checklist) throw new Error('the sample city was not pulled');
  return { roundId: first(response, 'round').id, team, point, checklist };
}

export function first<T extends TableName>(response: SyncResponse, table: T): RowOf[T] {
  const [row] = rowsOf(response, table);
  if (!row) throw new Error(`no ${table} was pulled`);
  return row;
}

export function rowsOf<T extends TableName>(response: SyncResponse, table: T): RowOf[T][] {
  const lists: { [N in TableName]?: RowOf[N][] } = response.patch.puts;
  return lists[table] ?? [];
}

/** One deed at its place. */
export function deed<N extends MutationName>(
  seq: number,
  name: N,
  args: MutationArgs[N],
  at = Date.now(),
): PushedMutation {
  return { seq, name, args, at, offset: 0 };
}

export function photoArgs(sha256: string): MutationArgs['finding.record']['photos'][number] {
  return {
    id: uuidv7(),
    sha256,
    bytes: 1000,
    width: 1600,
    height: 1200,
    takenAt: Date.now(),
    place: null,
  };
}

export function findingArgs(
  city: City,
  changed: Partial<MutationArgs['finding.record']> = {},
): MutationArgs['finding.record'] {
  return {
    id: uuidv7(),
    roundId: city.roundId,
    pointId: city.point.id,
    inspectionId: null,
    itemId: null,
    place: null,
    text: '人行道破损',
    count: null,
    unitId: UNIT,
    deadline: { kind: 'immediate' },
    photos: [],
    ...changed,
  };
}

/** What an amendment says of the finding: all but where and when it was recorded. */
export function amendArgs(finding: MutationArgs['finding.record']): MutationArgs['finding.amend'] {
  const { id, text, count, unitId, deadline, photos } = finding;
  return { id, text, count, unitId, deadline, photos };
}

export function noticeArgs(
  city: City,
  findingIds: string[],
  changed: Partial<MutationArgs['notice.issue']> = {},
): MutationArgs['notice.issue'] {
  return {
    id: uuidv7(),
    roundId: city.roundId,
    teamId: city.team.id,
    unitId: UNIT,
    findingIds,
    deadline: { kind: 'immediate' },
    number: null,
    ...changed,
  };
}

/** Signs a client on: pulls the city, and answers it with what was pulled. */
export async function join(client: RawClient): Promise<{ city: City; pulled: SyncResponse }> {
  const pulled = await client.sync();
  return { city: cityOf(pulled), pulled };
}
