import * as z from 'zod/mini';
import { Item } from '../../protocol/rows/city.ts';
import { type ChecklistRow, ROWS } from '../../protocol/rows/index.ts';
import { fit, isFault, type Parsed, repeatedKeys } from './parsed.ts';
import { type Fault, readSheet } from './tsv.ts';

const COLUMNS = [
  'category',
  'category_name',
  'item',
  'text',
  'method',
  'weight',
  'bottom_line',
  'unit_hint',
  'digital_city_code',
] as const;
const COLUMN_OF = {
  category: 'category',
  name: 'category_name',
  id: 'item',
  text: 'text',
  method: 'method',
  weight: 'weight',
  bottomLine: 'bottom_line',
  unitHint: 'unit_hint',
  cityCode: 'digital_city_code',
};
const WEIGHTS = ['5', '3', '1'];

const Entry = z.extend(Item, {
  category: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
});

/** One list a category, its edition still 0: only the store knows the one before. */
export function parseChecklists(bytes: Uint8Array): Parsed<ChecklistRow> {
  const sheet = readSheet(bytes, COLUMNS);
  const faults: Fault[] = [
    ...sheet.faults,
    ...repeatedKeys(sheet.lines, (line) => line.cells.item ?? ''),
  ];
  const lists = new Map<string, ChecklistRow>();
  for (const line of sheet.lines) {
    const { cells } = line;
    const entry = fit(
      Entry,
      line,
      {
        category: cells.category,
        name: cells.category_name,
        id: cells.item,
        text: cells.text,
        method: cells.method,
        weight: WEIGHTS.includes(cells.weight) ? Number(cells.weight) : cells.weight,
        bottomLine: flag(cells.bottom_line),
        unitHint: cells.unit_hint,
        cityCode: cells.digital_city_code,
      },
      COLUMN_OF,
    );
    if (isFault(entry)) {
      faults.push(entry);
      continue;
    }
    const { category, name, ...item } = entry;
    if (item.text === '') faults.push({ line: line.line, reason: '“text”为空' });
    const list = lists.get(category) ?? {
      id: `${category}@0`,
      category,
      name,
      edition: 0,
      items: [],
    };
    if (list.name !== name) {
      faults.push({
        line: line.line,
        reason: `类型 ${category} 的名称与前面不一致：${name.slice(0, 30)}`,
      });
    }
    lists.set(category, { ...list, items: [...list.items, item] });
  }
  const rows: ChecklistRow[] = [];
  for (const list of lists.values()) {
    const fits = ROWS.checklist.safeParse(list);
    if (fits.success) rows.push(fits.data);
    else faults.push({ line: 1, reason: `类型 ${list.category.slice(0, 30)} 的编号或名称不对` });
  }
  return { rows, faults };
}

function flag(cell: string): boolean | string {
  if (cell === '1') return true;
  return cell === '0' || cell === '' ? false : cell;
}
