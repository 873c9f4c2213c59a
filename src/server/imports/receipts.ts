/** 回执表 of the 数字城管 platform, line by line, before it is held against anything. */
import { instantOf, isCivilDate } from '../../domain/civil.ts';
import type { ReceiptLine } from '../../domain/handoff.ts';
import type { Parsed } from './parsed.ts';
import { type Headings, readTable } from './table.ts';
import type { Fault, Line } from './tsv.ts';

export const RECEIPT_HEADINGS = {
  key: ['移交标识', 'key', 'idempotency_key', '幂等键'],
  findingId: ['问题编号', 'finding', 'finding_id', 'id'],
  caseNumber: ['外部案号', '案号', '案件编号', '案卷号', 'case_number'],
  filed: ['是否立案', '立案', 'filed'],
  reason: ['不立案原因', '未立案原因', '原因', 'reason'],
  filedAt: ['立案时间', 'filed_at'],
  closedAt: ['结案时间', 'closed_at'],
  result: ['处理结果', '结案意见', '处置结果', '备注', 'result'],
} as const satisfies Headings<string>;
type Column = keyof typeof RECEIPT_HEADINGS;

const YES = ['是', '立案', '已立案', '予以立案', 'y', 'yes', 'true', '1'];
const NO = ['否', '不立案', '未立案', '不予立案', 'n', 'no', 'false', '0'];
const LONGEST = { key: 120, findingId: 120, caseNumber: 60, reason: 300, result: 300 } as const;
const MOMENT =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2})[:：时](\d{1,2})分?(?:[:：]\d{1,2}(?:\.\d+)?秒?)?)?$/;

export async function parseReceipts(bytes: Uint8Array): Promise<Parsed<ReceiptLine>> {
  const sheet = await readTable(bytes, RECEIPT_HEADINGS, []);
  const faults: Fault[] = [...sheet.faults];
  const rows: ReceiptLine[] = [];
  const named = sheet.lines.some(({ cells }) => cells.key !== '' || cells.findingId !== '');
  if (sheet.lines.length > 0 && !named) {
    return { rows, faults: [{ line: 1, reason: '表里没有“移交标识”，也没有“问题编号”' }] };
  }
  for (const line of sheet.lines) {
    const row = rowOf(line);
    if ('key' in row) rows.push(row);
    else faults.push(row);
  }
  return { rows, faults };
}

function rowOf({ line, cells }: Line<Column>): ReceiptLine | Fault {
  const wrong = (column: Column): Fault => {
    const name = RECEIPT_HEADINGS[column][0];
    return { line, reason: `“${name}”的内容不对：${cells[column].slice(0, 30)}` };
  };
  if (cells.key === '' && cells.findingId === '') {
    return { line, reason: '移交标识和问题编号都是空的，不知道是哪个问题' };
  }
  for (const column of ['key', 'findingId', 'caseNumber', 'reason', 'result'] as const) {
    if (cells[column].length > LONGEST[column]) return wrong(column);
  }
  const filed = yesOrNo(cells.filed);
  const filedAt = momentOf(cells.filedAt);
  const closedAt = momentOf(cells.closedAt);
  if (filed === undefined) return wrong('filed');
  if (filedAt === undefined) return wrong('filedAt');
  if (closedAt === undefined) return wrong('closedAt');
  return {
    line,
    key: cells.key.toLowerCase(),
    findingId: cells.findingId.toLowerCase(),
    caseNumber: cells.caseNumber,
    filed,
    reason: cells.reason,
    filedAt,
    closedAt,
    result: cells.result,
  };
}

function yesOrNo(cell: string): boolean | null | undefined {
  if (cell === '') return null;
  if (YES.includes(cell.toLowerCase())) return true;
  return NO.includes(cell.toLowerCase()) ? false : undefined;
}

/** A day or a moment on the office's clock, in ms; undefined for what is neither. */
export function momentOf(cell: string): number | null | undefined {
  if (cell === '') return null;
  const found = MOMENT.exec(cell);
  if (!found) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '0'] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCivilDate(date) || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return instantOf(date, Number(hour)) + Number(minute) * 60_000;
}
