/** Tab-separated text with a header, as spreadsheets save it; every fault is named by its line. */

export interface Fault {
  /** 1 is the header. */
  readonly line: number;
  readonly reason: string;
}

export interface Line<C extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<C, string>>;
}

export interface Sheet<C extends string> {
  readonly lines: readonly Line<C>[];
  readonly faults: readonly Fault[];
}

/** Reads the named columns, in whatever order the header has them; others are passed over. */
export function readSheet<C extends string>(bytes: Uint8Array, columns: readonly C[]): Sheet<C> {
  const text = decode(bytes);
  if (text === null)
    return { lines: [], faults: [{ line: 1, reason: '文件不是 UTF-8 编码的文本' }] };
  const [header = '', ...rest] = text.split(/\r?\n/);
  const names = header.split('\t').map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    return { lines: [], faults: [{ line: 1, reason: `表头缺少这些列：${missing.join('、')}` }] };
  }
  const lines: Line<C>[] = [];
  const faults: Fault[] = [];
  rest.forEach((raw, i) => {
    if (raw.trim() === '') return;
    const line = i + 2;
    const values = raw.split('\t');
    if (values.length > names.length) {
      faults.push({ line, reason: `有 ${values.length} 列，表头只有 ${names.length} 列` });
      return;
    }
    lines.push({ line, cells: cellsOf(columns, names, values) });
  });
  if (lines.length === 0 && faults.length === 0) faults.push({ line: 2, reason: '没有内容' });
  return { lines, faults };
}

function cellsOf<C extends string>(
  columns: readonly C[],
  names: readonly string[],
  values: readonly string[],
): Record<C, string> {
  const entries = columns.map((column) => [column, (values[names.indexOf(column)] ?? '').trim()]);
  return Object.fromEntries(entries);
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
