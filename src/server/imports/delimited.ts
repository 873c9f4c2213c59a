/** Text with tabs or commas between its cells (RFC 4180), as spreadsheets save it: UTF-8, or GB 18030 from a Chinese Excel. */

interface Row {
  /** Where it begins; 1 is the header. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why it can't be read, in words, instead of its rows. */
export function delimitedRows(bytes: Uint8Array): Row[] | string {
  const text = decode(bytes);
  if (text === null) return '文件不是文本或电子表格，请用 XLSX、CSV 或 TSV';
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  return rowsOf(text, firstLine.includes('\t') ? '\t' : ',');
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch (error) {
      // Not of this encoding; anything else is a bug.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

function rowsOf(text: string, delimiter: string): Row[] | string {
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === delimiter) endCell();
    else if (char === '\n') {
      endCell();
      rows.push({ line: begun, cells });
      cells = [];
      begun = line;
    } else if (char !== '\r') cell += char;
  }
  if (quoted) return `第 ${begun} 行的引号没有成对`;
  endCell();
  rows.push({ line: begun, cells });
  return rows;
}
