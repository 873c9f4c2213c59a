/**
 * 发文登记簿 as a workbook: the columns of the screen, one sheet, named by its year.
 * Every cell is text that is typed as text: nothing that anybody wrote becomes a formula.
 */
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { civilDateOf } from '../../domain/civil.ts';
import { sayNumber } from '../../domain/notice-number.ts';
import { NUMBER_STATE_NAMES } from '../../domain/register.ts';
import { datedAt, type NumberList, sayWhereabouts } from '../../protocol/numbers.ts';
import { ofXml } from './xml-text.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const COLUMNS = ['文号', '状态', '持有人或原因', '主送单位', '日期'] as const;
const WIDTHS = [26, 8, 44, 36, 14];

export async function registerSheet({ year, numbers }: NumberList): Promise<Buffer> {
  const head = COLUMNS.map((name) => ({ ...cell(name), fontWeight: 'bold' as const }));
  const lines = numbers.map((entry) => {
    const at = datedAt(entry);
    return [
      cell(sayNumber(entry)),
      cell(NUMBER_STATE_NAMES[entry.state]),
      cell(sayWhereabouts(entry)),
      cell(entry.notice?.unitName ?? ''),
      cell(at === null ? '' : civilDateOf(at)),
    ];
  });
  return writeXlsxFile([head, ...lines], {
    sheet: String(year),
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function cell(text: string): Cell & { readonly value: string } {
  return { type: String, value: ofXml(text) };
}
