import { type CityCode, CODE_KINDS } from '../../domain/city-code.ts';
import { type Parsed, repeatedKeys } from './parsed.ts';
import { type Headings, readTable } from './table.ts';
import type { Fault, Line } from './tsv.ts';

export const CODE_HEADINGS = {
  kind: ['类别', 'kind', '部件/事件'],
  major: ['大类代码', 'major', '大类编码'],
  majorName: ['大类名称', 'major_name', '大类'],
  minor: ['小类代码', 'minor', '小类编码'],
  minorName: ['小类名称', 'minor_name', '小类'],
  code: ['城市编码', 'code', '编码', '代码'],
  usualOwner: ['通常责任单位', 'usual_owner', '权属单位'],
} as const satisfies Headings<string>;
type Column = keyof typeof CODE_HEADINGS;

const CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/;
const LONGEST = { major: 10, majorName: 60, minor: 10, minorName: 60, usualOwner: 300 } as const;

/** The whole of a city's table: what is not in it is no longer offered. */
export async function parseCityCodes(bytes: Uint8Array): Promise<Parsed<CityCode>> {
  const sheet = await readTable(bytes, CODE_HEADINGS, ['kind', 'code', 'minorName']);
  const faults: Fault[] = [
    ...sheet.faults,
    ...repeatedKeys(sheet.lines, ({ cells }) => cells.code ?? ''),
  ];
  const rows: CityCode[] = [];
  for (const line of sheet.lines) {
    const row = rowOf(line);
    if ('reason' in row) faults.push(row);
    else rows.push(row);
  }
  return { rows, faults };
}

function rowOf({ line, cells }: Line<Column>): CityCode | Fault {
  const kind = CODE_KINDS.find((one) => one === cells.kind);
  const wrong = (column: Column) => ({
    line,
    reason:
      cells[column] === ''
        ? `“${CODE_HEADINGS[column][0]}”为空`
        : `“${CODE_HEADINGS[column][0]}”的内容不对：${cells[column].slice(0, 30)}`,
  });
  if (!kind) return wrong('kind');
  if (!CODE.test(cells.code)) return wrong('code');
  if (cells.minorName === '') return wrong('minorName');
  for (const [column, longest] of entriesOf(LONGEST)) {
    if (cells[column].length > longest) return wrong(column);
  }
  return { ...cells, kind, retired: false };
}

function entriesOf<K extends string>(record: Readonly<Record<K, number>>): [K, number][] {
  const entries: [K, number][] = [];
  for (const key in record) entries.push([key, record[key]]);
  return entries;
}
