/** What the chain says of one problem or notice: who did what when, and on which device. */
import type { HistoryEntry } from '../../protocol/history.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import type { Db } from '../store/database.ts';

const MOST = 200;

type Subject = 'finding' | 'notice';

export async function historyOf(
  db: Db,
  officeId: string,
  subject: Subject,
  id: string,
): Promise<HistoryEntry[]> {
  const nths = await placesOf(db, officeId, subject, id);
  if (nths.length === 0) return [];
  const entries = await db
    .selectFrom('history')
    .leftJoin('journal', (on) =>
      on
        .onRef('journal.office', '=', 'history.office')
        .onRef('journal.client', '=', 'history.client')
        .onRef('journal.seq', '=', 'history.seq'),
    )
    .leftJoin('account', (on) =>
      on
        .onRef('account.office', '=', 'history.office')
        .on((eb) =>
          eb('account.id', '=', eb.fn.coalesce('journal.account_id', 'history.account_id')),
        ),
    )
    .leftJoin('client', (on) =>
      on.onRef('client.office', '=', 'history.office').onRef('client.id', '=', 'history.client'),
    )
    .select([
      'history.nth',
      'history.kind',
      'history.name as act',
      'history.at',
      'journal.name as deed',
      'journal.device_at',
      'account.name as account_name',
      'client.report',
    ])
    .where('history.office', '=', officeId)
    .where('history.nth', 'in', nths)
    .orderBy('history.nth', 'desc')
    .execute();
  const events = await eventsOf(db, officeId, nths, id);
  return entries.map((entry) => ({
    nth: entry.nth,
    name: entry.kind === 'earlier-rows' ? '' : (entry.deed ?? entry.act),
    accountName: entry.account_name ?? '',
    device: labelIn(entry.report ?? ''),
    deviceAt: entry.device_at,
    receivedAt: entry.at,
    eventIds: events.flatMap((event) => (event.nth === entry.nth ? event.row_id : [])),
  }));
}

/** Where the subject itself was written, or a line of its 经过, and where bytes of its photos arrived. */
async function placesOf(db: Db, officeId: string, subject: Subject, id: string): Promise<number[]> {
  const rows = await db
    .selectFrom('history_row')
    .select('nth')
    .distinct()
    .where('office', '=', officeId)
    .where((eb) =>
      eb.or([
        eb.and([eb('table_name', '=', subject), eb('row_id', '=', id)]),
        eb.and([
          eb('table_name', '=', 'event'),
          eb(
            'row_id',
            'in',
            eb
              .selectFrom('event')
              .select('id')
              .where('office', '=', officeId)
              .where('subject_id', '=', id),
          ),
        ]),
        eb.and([
          eb('table_name', '=', 'photo'),
          eb(
            'row_id',
            'in',
            eb
              .selectFrom('photo')
              .select('id')
              .where('office', '=', officeId)
              .where(subject === 'finding' ? 'finding_id' : 'notice_id', '=', id),
          ),
        ]),
      ]),
    )
    .orderBy('nth', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ nth }) => nth);
}

function eventsOf(db: Db, officeId: string, nths: readonly number[], subjectId: string) {
  return db
    .selectFrom('history_row')
    .innerJoin('event', (on) =>
      on
        .onRef('event.office', '=', 'history_row.office')
        .onRef('event.id', '=', 'history_row.row_id'),
    )
    .select(['history_row.nth', 'history_row.row_id'])
    .where('history_row.office', '=', officeId)
    .where('history_row.nth', 'in', nths)
    .where('history_row.table_name', '=', 'event')
    .where('event.subject_id', '=', subjectId)
    .execute();
}

function labelIn(report: string): string {
  if (report === '') return '';
  const read = DeviceReport.safeParse(JSON.parse(report));
  return read.success ? read.data.label : '';
}
