/** The mapping as a table to fill in: every reference code and every item of today's checklists, mapped or not. */
import { type CityCode, suggestCode } from '../../domain/city-code.ts';
import type { ChecklistRow } from '../../protocol/rows/index.ts';
import { MAPPING_HEADINGS } from '../imports/code-mapping.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';
import { readCodes, readMappings } from './code-book.ts';

export interface MappingLine {
  readonly source: string;
  readonly code: string;
  readonly codeName: string;
  readonly suggested: string;
  readonly checklist: string;
  readonly text: string;
}

/** The first two are what an import reads. */
export const MAPPING_COLUMNS: readonly {
  readonly name: string;
  readonly width: number;
  readonly cell: (line: MappingLine) => string;
}[] = [
  { name: MAPPING_HEADINGS.source[0], width: 18, cell: ({ source }) => source },
  { name: MAPPING_HEADINGS.code[0], width: 12, cell: ({ code }) => code },
  { name: '编码名称', width: 20, cell: ({ codeName }) => codeName },
  { name: '建议编码', width: 12, cell: ({ suggested }) => suggested },
  { name: '清单', width: 16, cell: ({ checklist }) => checklist },
  { name: '内容', width: 60, cell: ({ text }) => text },
];

/** The newest edition of each category, in the order of their ids. */
export async function todaysLists(db: Db, rows: Rows): Promise<ChecklistRow[]> {
  const newest = new Map<string, ChecklistRow>();
  for (const { row } of await rows.all(db, 'checklist')) {
    const known = newest.get(row.category);
    if (!known || known.edition < row.edition) newest.set(row.category, row);
  }
  return [...newest.values()].sort((a, b) => (a.category < b.category ? -1 : 1));
}

/** What a mapping may be made from: reference codes, and items of any edition. */
export async function mappingSources(db: Db, rows: Rows): Promise<Set<string>> {
  const lists = await rows.all(db, 'checklist');
  const items = lists.flatMap(({ row }) => row.items);
  const sources = items.flatMap(({ id, cityCode }) => (cityCode === '' ? [id] : [id, cityCode]));
  return new Set(sources);
}

export async function mappingLines(db: Db, rows: Rows): Promise<MappingLine[]> {
  const lists = await todaysLists(db, rows);
  const codes = await readCodes(db, rows.officeId);
  const mappings = await readMappings(db, rows.officeId);
  const mapped = new Map(mappings.map((one) => [one.source, one.code]));
  const named = new Map(codes.map((one) => [one.code, one]));
  const line = (source: string, cityCode: string, checklist: string, text: string) => {
    const code = mapped.get(source) ?? '';
    const suggested = suggestCode({ id: source, cityCode }, { codes, mappings });
    return {
      source,
      code,
      codeName: nameOf(named.get(code)),
      suggested: suggested?.code ?? '',
      checklist,
      text,
    };
  };
  const items = lists.flatMap((list) => list.items.map((item) => ({ item, list })));
  const references = new Set(items.map(({ item }) => item.cityCode).filter((code) => code !== ''));
  return [
    ...[...references].sort().map((code) => line(code, code, '参考编码', nameOf(named.get(code)))),
    ...items.map(({ item, list }) => line(item.id, item.cityCode, list.name, item.text)),
  ];
}

function nameOf(code: CityCode | undefined): string {
  if (!code) return '';
  return code.retired ? `${code.minorName}（已停用）` : code.minorName;
}
