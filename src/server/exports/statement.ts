/** 对账单 as a workbook: the sums, then the problems. Every text is typed as text. */
import type { Cell } from 'write-excel-file/node';
import { sayDateHour } from '../../domain/civil.ts';
import { sayNumber } from '../../domain/notice-number.ts';
import { INCOMING, OUTGOING, sayCause } from '../../domain/statement.ts';
import { sayMonth, sayResult } from '../../protocol/say-statement.ts';
import type { Statement } from '../../protocol/statement.ts';
import { ofXml } from './xml-text.ts';

const WIDTHS = [8, 26, 26, 48, 22, 44];

export async function statementSheet(statement: Statement): Promise<Buffer> {
  const { sums, lines } = statement;
  const causes = [...INCOMING, ...OUTGOING];
  const figure = (value: number): Cell => ({ type: Number, value });
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(
    [
      [bold(`${statement.unitName}${sayMonth(statement.month)}督查问题对账单`)],
      [bold('期初'), ...causes.map((cause) => bold(sayCause(cause))), bold('期末')],
      [figure(sums.opening), ...causes.map((cause) => figure(sums[cause])), figure(sums.closing)],
      [],
      ['序号', '文号', '点位', '问题', '整改期限', '本月情况'].map(bold),
      ...lines.map((line, nth) => [
        figure(nth + 1),
        words(line.number ? sayNumber(line.number) : ''),
        words(line.pointName),
        words(line.text),
        words(line.dueAt === null ? '' : `${sayDateHour(line.dueAt)}前`),
        words(sayResult(line)),
      ]),
    ],
    { sheet: statement.month, columns: WIDTHS.map((width) => ({ width })) },
  ).toBuffer();
}

function words(text: string): Cell {
  return { type: String, value: ofXml(text) };
}

function bold(text: string): Cell {
  return { type: String, value: ofXml(text), fontWeight: 'bold' };
}
