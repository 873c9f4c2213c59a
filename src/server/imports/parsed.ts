import type * as z from 'zod/mini';
import type { Fault, Line } from './tsv.ts';

/** Rows read from a file, or why it was not taken. One fault refuses the whole file. */
export interface Parsed<Row> {
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
}

/** A row by its schema; what does not fit is named by the column that it came from. */
export function fit<Row>(
  schema: z.ZodMiniType<Row>,
  line: Line<string>,
  fields: Readonly<Record<string, unknown>>,
  columnOf: Readonly<Record<string, string>>,
): Row | Fault {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  const column = columnOf[field] ?? field;
  const cell = line.cells[column] ?? '';
  const reason = cell === '' ? `“${column}”为空` : `“${column}”的内容不对：${cell.slice(0, 30)}`;
  return { line: line.line, reason };
}

export function isFault(value: object): value is Fault {
  return 'reason' in value && 'line' in value;
}

/** Lines whose key another line already has. */
export function repeatedKeys(
  lines: readonly Line<string>[],
  keyOf: (line: Line<string>) => string,
): Fault[] {
  const first = new Map<string, number>();
  const faults: Fault[] = [];
  for (const line of lines) {
    const key = keyOf(line);
    const before = first.get(key);
    if (before === undefined) first.set(key, line.line);
    else faults.push({ line: line.line, reason: `“${key}”与第 ${before} 行重复` });
  }
  return faults;
}
