/** 发文登记簿 as a workbook: the columns of the screen, one sheet, named by its year. */
import { civilDateOf } from '../../domain/civil.ts';
import { sayNumber } from '../../domain/notice-number.ts';
import { NUMBER_STATE_NAMES } from '../../domain/register.ts';
import { datedAt, type NumberList, sayPaperKind, sayWhereabouts } from '../../protocol/numbers.ts';
import { textWorkbook } from './text-workbook.ts';

const COLUMNS = [
  { name: '文号', width: 26 },
  { name: '状态', width: 8 },
  { name: '持有人或原因', width: 44 },
  { name: '主送单位', width: 36 },
  { name: '文种', width: 14 },
  { name: '日期', width: 14 },
];

export async function registerSheet({ year, numbers }: NumberList): Promise<Buffer> {
  const rows = numbers.map((entry) => {
    const at = datedAt(entry);
    return [
      sayNumber(entry),
      NUMBER_STATE_NAMES[entry.state],
      sayWhereabouts(entry),
      entry.paper?.unitName ?? '',
      sayPaperKind(entry),
      at === null ? '' : civilDateOf(at),
    ];
  });
  return textWorkbook({ sheet: String(year), columns: COLUMNS, rows });
}
