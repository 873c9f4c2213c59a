/** The city's own codes and the mapping to them, of one office. Codes are never taken away, only retired. */
import { isDeepStrictEqual } from 'node:util';
import { type CityCode, CODE_KINDS, type CodeMapping } from '../../domain/city-code.ts';
import type { CodeReport } from '../../protocol/handoff.ts';
import type { Db } from '../store/database.ts';

/** SQLite binds at most 32,766 values in one statement. */
const AT_ONCE = 500;

/** In the order of the table that was imported, the retired ones last. */
export async function readCodes(db: Db, officeId: string): Promise<CityCode[]> {
  const rows = await db
    .selectFrom('city_code')
    .selectAll()
    .where('office', '=', officeId)
    .orderBy('retired')
    .orderBy('rank')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    kind: CODE_KINDS.find((kind) => kind === row.kind) ?? '事件',
    major: row.major,
    majorName: row.major_name,
    minor: row.minor,
    minorName: row.minor_name,
    usualOwner: row.usual_owner,
    retired: row.retired === 1,
  }));
}

export async function readMappings(db: Db, officeId: string): Promise<CodeMapping[]> {
  return db
    .selectFrom('code_mapping')
    .select(['source', 'code'])
    .where('office', '=', officeId)
    .orderBy('source')
    .execute();
}

/** Takes the whole table: what is not in it is retired. */
export async function takeCodes(
  tx: Db,
  officeId: string,
  codes: readonly CityCode[],
): Promise<CodeReport> {
  const before = await readCodes(tx, officeId);
  const known = new Map(before.map((one) => [one.code, one]));
  const wanted = new Set(codes.map(({ code }) => code));
  const gone = before.filter(({ code, retired }) => !retired && !wanted.has(code));
  const same = codes.filter((one) => isDeepStrictEqual(known.get(one.code), one));
  const rows = [...codes, ...before.filter(({ code }) => !wanted.has(code))];
  await tx.deleteFrom('city_code').where('office', '=', officeId).execute();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE).map((one, nth) => ({
      office: officeId,
      code: one.code,
      rank: from + nth,
      kind: one.kind,
      major: one.major,
      major_name: one.majorName,
      minor: one.minor,
      minor_name: one.minorName,
      usual_owner: one.usualOwner,
      retired: wanted.has(one.code) ? 0 : 1,
    }));
    await tx.insertInto('city_code').values(some).execute();
  }
  const added = codes.filter(({ code }) => !known.has(code)).length;
  return {
    added,
    changed: codes.length - added - same.length,
    unchanged: same.length,
    dropped: gone.length,
  };
}

/** Takes the whole mapping: what is not in it is dropped. */
export async function takeMappings(
  tx: Db,
  officeId: string,
  mappings: readonly CodeMapping[],
): Promise<CodeReport> {
  const before = await readMappings(tx, officeId);
  const known = new Map(before.map(({ source, code }) => [source, code]));
  const wanted = new Set(mappings.map(({ source }) => source));
  await tx.deleteFrom('code_mapping').where('office', '=', officeId).execute();
  for (let from = 0; from < mappings.length; from += AT_ONCE) {
    const some = mappings.slice(from, from + AT_ONCE);
    const values = some.map(({ source, code }) => ({ office: officeId, source, code }));
    await tx.insertInto('code_mapping').values(values).execute();
  }
  const added = mappings.filter(({ source }) => !known.has(source)).length;
  const same = mappings.filter(({ source, code }) => known.get(source) === code).length;
  return {
    added,
    changed: mappings.length - added - same,
    unchanged: same,
    dropped: before.filter(({ source }) => !wanted.has(source)).length,
  };
}
