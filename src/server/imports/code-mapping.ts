import type { CodeMapping } from '../../domain/city-code.ts';
import { type Parsed, repeatedKeys } from './parsed.ts';
import { type Headings, readTable } from './table.ts';
import type { Fault } from './tsv.ts';

export const MAPPING_HEADINGS = {
  source: ['检查项或参考编码', 'source', '检查项', 'item'],
  code: ['城市编码', 'code', '编码'],
} as const satisfies Headings<string>;

/** What a mapping may name. */
export interface MappingCity {
  /** Items of checklists, and the reference codes that they carry. */
  readonly sources: Pick<ReadonlySet<string>, 'has'>;
  /** Codes that are offered. */
  readonly codes: Pick<ReadonlySet<string>, 'has'>;
}

/** The whole mapping: a line whose code is empty, or that is left out, maps nothing. */
export async function parseMapping(
  bytes: Uint8Array,
  city: MappingCity,
): Promise<Parsed<CodeMapping>> {
  const sheet = await readTable(bytes, MAPPING_HEADINGS, ['source', 'code']);
  const faults: Fault[] = [
    ...sheet.faults,
    ...repeatedKeys(sheet.lines, ({ cells }) => cells.source ?? ''),
  ];
  const rows: CodeMapping[] = [];
  for (const { line, cells } of sheet.lines) {
    const { source, code } = cells;
    if (!city.sources.has(source)) {
      const reason =
        source === '' ? '“检查项或参考编码”为空' : `没有检查项或参考编码 ${source.slice(0, 30)}`;
      faults.push({ line, reason });
    } else if (code !== '' && !city.codes.has(code)) {
      faults.push({ line, reason: `城市编码表里没有 ${code.slice(0, 30)}` });
    } else if (code !== '') rows.push({ source, code });
  }
  return { rows, faults };
}
