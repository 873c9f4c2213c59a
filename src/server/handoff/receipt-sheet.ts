/** 对账结果 of a receipt table as a workbook: line by line what came of it. */
import { civilDateOf, sayClock } from '../../domain/civil.ts';
import { type ReceiptEntry, type ReceiptReport, sayEntry } from '../../protocol/handoff.ts';
import { textWorkbook } from '../exports/text-workbook.ts';

const KINDS = { matched: '相符', unknown: '不认识', contradicted: '有矛盾' } as const;

const COLUMNS: readonly {
  readonly name: string;
  readonly width: number;
  readonly cell: (entry: ReceiptEntry) => string;
}[] = [
  { name: '回执行号', width: 10, cell: ({ lines }) => lines.join('、') },
  { name: '对账', width: 8, cell: ({ kind }) => KINDS[kind] },
  { name: '处理', width: 44, cell: sayEntry },
  { name: '移交标识', width: 38, cell: ({ said, ours }) => ours?.handoffId ?? said.key },
  { name: '问题编号', width: 38, cell: ({ said, ours }) => ours?.findingId ?? said.findingId },
  { name: '问题描述', width: 40, cell: ({ ours }) => ours?.text ?? '' },
  { name: '点位名称', width: 24, cell: ({ ours }) => ours?.pointName ?? '' },
  { name: '外部案号', width: 18, cell: ({ said }) => said.caseNumber },
  { name: '已登记案号', width: 18, cell: ({ ours }) => ours?.caseNumber ?? '' },
  { name: '是否立案', width: 9, cell: ({ said }) => sayFiled(said.filed) },
  { name: '不立案原因', width: 24, cell: ({ said }) => said.reason },
  { name: '立案时间', width: 17, cell: ({ said }) => moment(said.filedAt) },
  { name: '结案时间', width: 17, cell: ({ said }) => moment(said.closedAt) },
  { name: '处理结果', width: 30, cell: ({ said }) => said.result },
  { name: '决定人', width: 14, cell: ({ decision }) => decision?.byName ?? '' },
  { name: '决定说明', width: 30, cell: ({ decision }) => decision?.note ?? '' },
];

export async function receiptSheet({ entries }: ReceiptReport): Promise<Buffer> {
  return textWorkbook({
    sheet: '对账结果',
    columns: COLUMNS,
    rows: entries.map((entry) => COLUMNS.map(({ cell }) => cell(entry))),
  });
}

function sayFiled(filed: boolean | null): string {
  if (filed === null) return '';
  return filed ? '是' : '否';
}

function moment(at: number | null): string {
  return at === null ? '' : `${civilDateOf(at)} ${sayClock(at)}`;
}
