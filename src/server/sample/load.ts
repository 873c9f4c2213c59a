/** The sample city, from the files that the project carries, by the same way as an office's own import. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, civilDateOf } from '../../domain/civil.ts';
import { takeCodes } from '../handoff/code-book.ts';
import { parseChecklists } from '../imports/checklists.ts';
import { parseCityCodes } from '../imports/city-codes.ts';
import type { Parsed } from '../imports/parsed.ts';
import { parsePoints } from '../imports/points.ts';
import { takeChecklists, takePoints, takeUnits } from '../imports/take.ts';
import { parseUnits } from '../imports/units.ts';
import { openRound } from '../rounds/open-round.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';
import { makeSampleAccounts } from './accounts.ts';

const TEAMS = ['第1督查组', '第2督查组', '第3督查组'];

export async function loadSampleCity(
  tx: Db,
  rows: Rows,
  dir: string,
  password: string,
  now: number,
): Promise<void> {
  const units = sound(parseUnits(await readFile(join(dir, 'units.tsv'))));
  await takeUnits(tx, rows, units);
  const lists = sound(parseChecklists(await readFile(join(dir, 'checklists.tsv'))));
  await takeChecklists(tx, rows, lists);
  const city = {
    units: new Set(units.map((unit) => unit.id)),
    categories: new Set(lists.map((list) => list.category)),
  };
  for (const file of ['points-key.tsv', 'points-unlisted.tsv']) {
    await takePoints(tx, rows, sound(parsePoints(await readFile(join(dir, file)), city)));
  }
  const codes = await parseCityCodes(await readFile(join(dir, 'city-codes.tsv')));
  await takeCodes(tx, rows.officeId, sound(codes));
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.shortName ?? id;
  const accounts = await makeSampleAccounts(tx, rows.officeId, password, unitName, now);
  const teams = TEAMS.map((name, i) => ({
    id: `sample-team-${i + 1}`,
    name,
    memberIds: [accounts.get(`inspector${i + 1}`) ?? ''].filter((id) => id !== ''),
  }));
  await openRound(tx, rows, { id: 'sample-round', ...quarterOf(now), teams });
}

/** The round of the quarter that is under way: `2026年第4轮`. */
export function quarterOf(now: number): { name: string; starts: string; ends: string } {
  const today = civilDateOf(now);
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  const first = (nth: number) => `${year}-${String(nth * 3 - 2).padStart(2, '0')}-01`;
  const next = quarter === 4 ? `${year + 1}-01-01` : first(quarter + 1);
  return { name: `${year}年第${quarter}轮`, starts: first(quarter), ends: addDays(next, -1) };
}

function sound<Row>({ rows, faults }: Parsed<Row>): readonly Row[] {
  const [first] = faults;
  if (!first) return rows;
  throw new Error(`the sample city is damaged at line ${first.line}`);
}
