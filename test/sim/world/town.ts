/** The town that is inspected: small enough to collide in, with an empty half where a pull shall have pages. */
import type Sqlite from 'better-sqlite3';
import type { RowOf, TableName } from '../../../src/protocol/rows/index.ts';
import type { Session } from '../../../src/protocol/session.ts';
import type { Db } from '../../../src/server/store/database.ts';
import type { Rows } from '../../../src/server/store/rows.ts';
import { calendar, checklist, office, point, round, team, unit } from '../../support/small-city.ts';

export const OFFICE_ID = office.id;
export const UNITS = ['U01', 'U02'] as const;
/** Walked by the group; a fifth is in nobody's round, and a sixth is unlisted. */
export const POINTS = ['P1', 'P2', 'P3', 'P4'] as const;

const people: readonly Pick<Session, 'account' | 'name' | 'role' | 'unitId'>[] = [
  { account: 'i1', name: '督查员一', role: 'inspector', unitId: null },
  { account: 'i2', name: '督查员二', role: 'inspector', unitId: null },
  { account: 's1', name: '督查负责人', role: 'supervisor', unitId: null },
  { account: 'u1', name: '责任单位一', role: 'unit', unitId: 'U01' },
];

export const PEOPLE: readonly Session[] = people.map((person) => ({
  ...person,
  accountId: `account-${person.account}`,
  officeId: OFFICE_ID,
}));

/** An empty checklist weighs as much as a full one on a page: these fill more than one. */
const CHECKLISTS_A_VERSION = 180;
const VERSIONS_OF_CHECKLISTS = 3;

/** So many checklists, version by version, that a pull of them has several pages. */
export function manyChecklists(): RowOf['checklist'][][] {
  return Array.from({ length: VERSIONS_OF_CHECKLISTS }, (_, version) =>
    Array.from({ length: CHECKLISTS_A_VERSION }, (_, nth) => {
      const category = `X${version}-${nth}`;
      return { ...checklist, id: `${category}@1`, category, items: [] };
    }),
  );
}

type Put = <T extends TableName>(table: T, ...rows: RowOf[T][]) => Promise<void>;

/** Builds the town, one version after another. */
export async function buildTown(db: Db, rows: Rows, isBig: boolean): Promise<void> {
  let version = 1;
  const put: Put = async (table, ...list) => {
    const entries = list.map((row) => ({ row, shownTo: '' }));
    await rows.write(db, table, entries, version);
  };
  await put('office', office);
  await put('calendar', calendar, { ...calendar, id: '2024' });
  await put('unit', unit, { ...unit, id: 'U02', name: '示例城管局', shortName: '城管局' });
  await put('checklist', checklist);
  await put('point', ...POINTS.map(point), point('P5'), { ...point('P6'), kind: 'unlisted' });
  await put('round', round);
  const members = PEOPLE.filter((person) => person.unitId === null).map((one) => one.accountId);
  await put('team', { ...team, memberIds: members, pointIds: [...POINTS] });
  for (const lists of isBig ? manyChecklists() : []) {
    version += 1;
    await put('checklist', ...lists);
  }
  await db.updateTable('office').set({ head: version, epoch: 'e1' }).execute();
  for (const person of PEOPLE) {
    await db
      .insertInto('account')
      .values({
        office: OFFICE_ID,
        id: person.accountId,
        account: person.account,
        name: person.name,
        role: person.role,
        unit_id: person.unitId,
        password_hash: '',
        disabled: 0,
        sample: 0,
        created_at: 0,
      })
      .execute();
  }
}

/** What is written in a problem that the server's store cannot take, however often it is tried. */
export const POISON = '毒';

export function plantPoison(database: Sqlite.Database): void {
  database.exec(
    `create trigger poison before insert on finding when new.text like '%${POISON}%' begin select raise(abort, 'poison'); end`,
  );
}
