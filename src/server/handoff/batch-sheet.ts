/** 移交清单 as a workbook. Its last columns are the receipt's: a platform may fill them in and send it back. */
import { civilDateOf, sayClock } from '../../domain/civil.ts';
import { textWorkbook } from '../exports/text-workbook.ts';
import type { BatchProblem, BatchRecord } from './batch-record.ts';

interface Column {
  readonly name: string;
  readonly width: number;
  readonly cell: (problem: BatchProblem) => string;
}

const POSITIONS = { problem: '问题现场', point: '点位', none: '没有位置' } as const;
const empty = () => '';

const COLUMNS: readonly Column[] = [
  { name: '序号', width: 6, cell: ({ nth }) => String(nth) },
  { name: '移交标识', width: 38, cell: ({ key }) => key },
  { name: '问题编号', width: 38, cell: ({ findingId }) => findingId },
  { name: '城市编码', width: 10, cell: ({ code }) => code },
  { name: '编码名称', width: 16, cell: ({ codeName }) => codeName },
  { name: '问题描述', width: 44, cell: ({ text }) => text },
  { name: '例数', width: 6, cell: ({ count }) => (count === null ? '' : String(count)) },
  { name: '点位编号', width: 12, cell: ({ pointId }) => pointId },
  { name: '点位名称', width: 24, cell: ({ pointName }) => pointName },
  { name: '点位类型', width: 12, cell: ({ category }) => category },
  { name: '地址', width: 30, cell: ({ address }) => address },
  { name: '所在街道', width: 16, cell: ({ street }) => street },
  { name: '经度(WGS84)', width: 13, cell: ({ lon }) => degrees(lon) },
  { name: '纬度(WGS84)', width: 13, cell: ({ lat }) => degrees(lat) },
  { name: '位置来源', width: 10, cell: ({ positionOf }) => POSITIONS[positionOf] },
  { name: '发现时间', width: 17, cell: ({ recordedAt }) => moment(recordedAt) },
  { name: '移交备注', width: 24, cell: ({ note }) => note },
  { name: '照片', width: 30, cell: ({ photos }) => photos.map(({ file }) => file).join('；') },
  { name: '外部案号', width: 18, cell: empty },
  { name: '是否立案', width: 9, cell: empty },
  { name: '不立案原因', width: 24, cell: empty },
  { name: '立案时间', width: 17, cell: empty },
  { name: '结案时间', width: 17, cell: empty },
  { name: '处理结果', width: 30, cell: empty },
];

export async function batchSheet({ problems }: BatchRecord): Promise<Buffer> {
  return textWorkbook({
    sheet: '移交清单',
    columns: COLUMNS,
    rows: problems.map((problem) => COLUMNS.map(({ cell }) => cell(problem))),
  });
}

/** Seven digits: a centimetre. */
function degrees(value: number | null): string {
  return value === null ? '' : String(Number(value.toFixed(7)));
}

/** `2026-11-27 10:42` on the office's clock. */
function moment(iso: string): string {
  const at = Date.parse(iso);
  return `${civilDateOf(at)} ${sayClock(at)}`;
}
