/** What a working day begins with: counts by unit, not a line a problem. */
import { civilDateOf } from '../../domain/civil.ts';
import { FINDING_STATES, owesAnswer } from '../../domain/finding-life.ts';
import { isOverdue, type Reckoning, soonUntil } from '../../domain/lateness.ts';
import { type DailyKind, type Hearer, tellingOf } from '../../domain/notify.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import type { Db } from '../store/database.ts';
import { hearersOf, type Person, type Tiding } from './tidings.ts';

const OWING = FINDING_STATES.filter((state) => owesAnswer(state));
/** A device with something unsent that was not heard for so long has trouble. */
const SILENT_MS = 24 * 3_600_000;

export async function dayTidings(
  db: Db,
  officeId: string,
  people: readonly Person[],
  reckoning: Reckoning,
): Promise<Tiding[]> {
  const { now } = reckoning;
  const day = civilDateOf(now);
  const soonest = soonUntil(reckoning).before;
  const due = await db
    .selectFrom('finding')
    .select(['unit_id', 'due_at'])
    .where('office', '=', officeId)
    .where('state', 'in', OWING)
    .where('due_at', 'is not', null)
    .where('due_at', '<', soonest)
    .execute();
  const overdue = due.filter(({ due_at }) => isOverdue({ state: 'assigned', dueAt: due_at }, now));
  const soon = due.filter((one) => !overdue.includes(one));
  const tidings: Tiding[] = [];
  const add = (kind: DailyKind, to: readonly Hearer[], unitId: string, text: string) => {
    const title = tellingOf(kind)?.say ?? '';
    const hearers = hearersOf(people, to, { unitId, memberIds: [], by: '' });
    if (hearers.length === 0) return;
    const key = `${kind} ${day} ${unitId}`;
    tidings.push({ key, kind, title, text, link: linkOf(kind), at: now, to: hearers });
  };
  for (const [unitId, count] of countBy(soon)) {
    add('day.soon', ['unit'], unitId, `${count} 个问题的整改期限快到了，请及时反馈或申请延期。`);
  }
  for (const [unitId, count] of countBy(overdue)) {
    add('day.overdue', ['unit'], unitId, `${count} 个问题已超期，请尽快反馈。`);
  }
  if (overdue.length > 0) {
    const units = countBy(overdue).size;
    add('day.overdue', ['supervisor'], '', `${units} 个单位共 ${overdue.length} 个问题超期。`);
  }
  const rechecks = await countRechecks(db, officeId);
  if (rechecks > 0) add('day.recheck', ['supervisor'], '', `${rechecks} 个反馈已受理，等待复查。`);
  const stuck = await countStuck(db, officeId, now);
  if (stuck > 0) {
    add('day.stuck', ['supervisor'], '', `${stuck} 台设备有内容未被接受，或一天多没有传上来。`);
  }
  return tidings;
}

function linkOf(kind: DailyKind): string {
  return kind === 'day.stuck' ? '/devices' : '/findings';
}

function countBy(due: readonly { readonly unit_id: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { unit_id } of due) counts.set(unit_id, (counts.get(unit_id) ?? 0) + 1);
  return counts;
}

async function countRechecks(db: Db, officeId: string): Promise<number> {
  const { count } = await db
    .selectFrom('finding')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('office', '=', officeId)
    .where('state', '=', 'replied')
    .where('accepted_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}

async function countStuck(db: Db, officeId: string, now: number): Promise<number> {
  const clients = await db
    .selectFrom('client')
    .select(['report', 'last_contact'])
    .where('office', '=', officeId)
    .where('report', '<>', '')
    .execute();
  return clients.filter(({ report, last_contact }) => {
    const read = DeviceReport.safeParse(JSON.parse(report));
    if (!read.success) return false;
    const { refused, unsent, unsentPhotos } = read.data;
    return refused > 0 || (unsent + unsentPhotos > 0 && now - last_contact > SILENT_MS);
  }).length;
}
