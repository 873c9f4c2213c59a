/** The one office of a store: found at each start, made at the first. */
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { OfficeRow } from '../protocol/rows/index.ts';
import { loadCalendar } from './calendar/load.ts';
import { loadSampleCity } from './sample/load.ts';
import type { Db } from './store/database.ts';
import { takeVersions } from './store/office-lock.ts';
import { Rows } from './store/rows.ts';
import type { Store } from './store/store.ts';

const CLOSE_HOUR = 18;

const DEFAULT_PAPER = {
  numbering: 'segments',
  letterAgency: '',
  monthlyAgency: '',
  soonDays: 3,
  paperFormat: 'document',
  basis: '按照全国文明城市创建工作安排',
  demand: '整改到位，并举一反三，开展同类问题排查。',
  feedback: '可以书面、文件或者系统反馈，每个问题附整改后照片不超过1张。',
} as const;

export async function findOffice(store: Store): Promise<OfficeRow | null> {
  const found = await store.db.selectFrom('office').select('id').limit(1).executeTakeFirst();
  if (!found) return null;
  return (await new Rows(store.dialect, found.id).get(store.db, 'office', found.id))?.row ?? null;
}

/** An office without sample data: its name and agency come with its first administrator. */
export async function makeEmptyOffice(store: Store): Promise<OfficeRow> {
  return make(store, blank(uuidv7(), false), async () => undefined);
}

/** The sample city: one transaction, so that a start cut short leaves nothing half made. */
export async function makeSampleOffice(
  store: Store,
  sampleDir: string,
  password: string,
  now: number,
): Promise<OfficeRow> {
  const office: OfficeRow = {
    ...blank(uuidv7(), true),
    name: '榆林市精神文明创建中心（示例）',
    agency: '榆文明督',
    letterAgency: '榆文明督办',
    monthlyAgency: '榆文明提',
  };
  return make(store, office, (tx, rows) => loadSampleCity(tx, rows, sampleDir, password, now));
}

async function make(
  store: Store,
  office: OfficeRow,
  fill: (tx: Db, rows: Rows) => Promise<void>,
): Promise<OfficeRow> {
  const rows = new Rows(store.dialect, office.id);
  await store.db.transaction().execute(async (tx) => {
    await rows.write(tx, 'office', [{ row: office, shownTo: '' }], 1);
    const epoch = randomBytes(6).toString('hex');
    await tx.updateTable('office').set({ epoch }).where('id', '=', office.id).execute();
    await takeVersions(tx, office.id);
    await loadCalendar(tx, rows);
    await fill(tx, rows);
  });
  return office;
}

function blank(id: string, sample: boolean): OfficeRow {
  return {
    id,
    name: '',
    agency: '',
    contact: '',
    phone: '',
    closeHour: CLOSE_HOUR,
    tileUrl: null,
    tileAttribution: '',
    ...DEFAULT_PAPER,
    address: '',
    publicKey: '',
    sample,
  };
}
