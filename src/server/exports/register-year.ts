/** One year of 发文登记簿 with what people call its devices, persons and units. */
import type { LetterKind } from '../../domain/letter.ts';
import { isLetterKind } from '../../domain/urge.ts';
import type { NumberEntry, NumberList } from '../../protocol/numbers.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import { listAccounts } from '../auth/accounts.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';
import { IDS_AT_ONCE } from '../store/id-list.ts';
import type { Entry } from '../sync/register.ts';

/** More than any office issues in a year; a list of more would not be read by anybody. */
const MOST = 20_000;

type Holder = NumberEntry['holder'];
type Bearer = NonNullable<NumberEntry['paper']>;

export async function readYear(
  { store: { db }, officeId, books }: Pick<Context, 'store' | 'officeId' | 'books'>,
  year: number,
): Promise<NumberList> {
  const entries = await books.register.readYear(db, year, MOST + 1);
  if (entries.length > MOST) {
    throw new Failure('too-large', { message: `${year}年的文号超过 ${MOST} 个，一次列不出来` });
  }
  const series = await books.register.readSeries(db);
  const people = new Map((await listAccounts(db, officeId)).map(({ id, name }) => [id, name]));
  const holders = await readHolders(db, officeId, people);
  const bearers = await readBearers(db, officeId, entries);
  return {
    year,
    years: [...new Set(series.map((one) => one.year))],
    series: series.filter((one) => one.year === year).map(({ agency, next }) => ({ agency, next })),
    numbers: entries.map((entry) => ({
      agency: entry.agency,
      year: entry.year,
      seq: entry.seq,
      state: entry.state,
      holder: holders.get(entry.client) ?? { clientId: entry.client, accountName: '', label: '' },
      // Null also where the office lacks the paper: the audit then names the number.
      paper: bearers.get(entry.notice_id) ?? null,
      reason: entry.reason,
      recalledBy: people.get(entry.recalled_by) ?? '',
      leasedAt: entry.leased_at,
      settledAt: entry.settled_at,
    })),
  };
}

async function readHolders(
  db: Db,
  officeId: string,
  people: ReadonlyMap<string, string>,
): Promise<Map<string, Holder>> {
  const clients = await db
    .selectFrom('client')
    .select(['id', 'account_id', 'report'])
    .where('office', '=', officeId)
    .execute();
  return new Map(
    clients.map(({ id, account_id, report }) => [
      id,
      { clientId: id, accountName: people.get(account_id) ?? '', label: labelIn(report) },
    ]),
  );
}

function labelIn(report: string): string {
  return report === '' ? '' : DeviceReport.parse(JSON.parse(report)).label;
}

/** Only what the register shows of them: a notice with its record is a thousand times as much. */
async function readBearers(
  db: Db,
  officeId: string,
  entries: readonly Entry[],
): Promise<Map<string, Bearer>> {
  const ids = entries.flatMap((entry) => (entry.notice_id === '' ? [] : entry.notice_id));
  const bearers = new Map<string, Bearer>();
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE);
    const rows = await db
      .selectFrom('notice')
      .select(['id', 'unit_name', 'issued_at'])
      .where('office', '=', officeId)
      .where('id', 'in', some)
      .execute();
    for (const { id, unit_name, issued_at } of rows) {
      bearers.set(id, { kind: 'notice', id, unitName: unit_name, issuedAt: issued_at });
    }
    const letters = await db
      .selectFrom('letter')
      .select(['id', 'kind', 'unit_name', 'issued_at'])
      .where('office', '=', officeId)
      .where('id', 'in', some)
      .execute();
    for (const { id, kind, unit_name, issued_at } of letters) {
      bearers.set(id, { kind: kindOf(kind), id, unitName: unit_name, issuedAt: issued_at });
    }
  }
  return bearers;
}

function kindOf(text: string): LetterKind {
  if (isLetterKind(text)) return text;
  throw new Error('the office has a letter of a kind that this program does not know');
}
