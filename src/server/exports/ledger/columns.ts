/** The columns of the ledger as a file: the same ones in a workbook and in CSV, in one order. */
import { sayFindingState } from '../../../domain/finding-life.ts';
import type { Lateness } from '../../../domain/lateness.ts';
import { sayLetterKind } from '../../../domain/letter.ts';
import { sayNumber } from '../../../domain/notice-number.ts';
import type { CLOSINGS } from '../../../protocol/rows/work.ts';
import type { ExportRow } from './export-rows.ts';

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** An instant (ms). */
  | { readonly kind: 'moment'; readonly at: number }
  | { readonly kind: 'empty' };

export interface Column {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  of(row: ExportRow): Cell;
}

const EMPTY: Cell = { kind: 'empty' };
const words = (text: string | null): Cell => (text ? { kind: 'text', text } : EMPTY);
const figure = (value: number | null): Cell => (value === null ? EMPTY : { kind: 'number', value });
const moment = (at: number | null): Cell => (at === null ? EMPTY : { kind: 'moment', at });

const CLOSING_NAMES: Readonly<Record<(typeof CLOSINGS)[number], string>> = {
  recheck: '复查通过',
  'on-spot': '当场整改',
  'hand-off': '数字城管结案',
  shelf: '挂账复核',
};

export function sayLateness(lateness: Lateness): string {
  if (lateness.kind === 'overdue')
    return `${lateness.twice ? '二次超期' : '超期'}${lateness.days}天`;
  return lateness.kind === 'soon' ? '临期' : '';
}

/** WGS84: where it was recorded, else where the point lies; null for neither. */
export function positionOf({ place, lon, lat }: ExportRow): { lon: number; lat: number } | null {
  if (place) return { lon: place.lon, lat: place.lat };
  return lon === null || lat === null ? null : { lon, lat };
}

export const COLUMNS: readonly Column[] = [
  { name: '序号', width: 8, of: (row) => figure(row.nth) },
  { name: '轮次', width: 18, of: (row) => words(row.round) },
  { name: '点位编号', width: 12, of: (row) => words(row.point_id) },
  { name: '点位名称', width: 24, of: (row) => words(row.point_name) },
  { name: '点位类型', width: 14, of: (row) => words(row.type) },
  { name: '街道', width: 14, of: (row) => words(row.street) },
  { name: '问题', width: 44, of: (row) => words(row.text) },
  { name: '例数', width: 6, of: (row) => figure(row.count) },
  { name: '检查项', width: 12, of: (row) => words(row.item_id) },
  { name: '责任单位', width: 20, of: (row) => words(row.unit) },
  {
    name: '文号',
    width: 22,
    of: (row) => words(row.number ? sayNumber(row.number) : row.issued_at ? '编号待定' : ''),
  },
  { name: '签发时间', width: 17, of: (row) => moment(row.issued_at) },
  { name: '整改期限', width: 17, of: (row) => moment(row.due_at) },
  { name: '状态', width: 10, of: (row) => words(sayFindingState(row.state)) },
  { name: '临期超期', width: 12, of: (row) => words(sayLateness(row.lateness)) },
  { name: '退回次数', width: 8, of: (row) => figure(row.rework) },
  { name: '催办', width: 8, of: (row) => words(row.urge ? sayLetterKind(row.urge.level) : '') },
  { name: '登记时间', width: 17, of: (row) => moment(row.recorded_at) },
  { name: '登记人', width: 12, of: (row) => words(row.by_name) },
  { name: '反馈时间', width: 17, of: (row) => moment(row.replied_at) },
  { name: '销号时间', width: 17, of: (row) => moment(row.closed_at) },
  {
    name: '销号方式',
    width: 12,
    of: (row) => words(row.closing === null ? '' : CLOSING_NAMES[row.closing]),
  },
  { name: '挂账原因', width: 24, of: (row) => words(row.shelf?.reason ?? '') },
  { name: '挂账复核日', width: 12, of: (row) => words(row.shelf?.reviewOn ?? '') },
  { name: '照片', width: 6, of: (row) => figure(row.photo_count) },
  { name: '经度', width: 12, of: (row) => figure(positionOf(row)?.lon ?? null) },
  { name: '纬度', width: 12, of: (row) => figure(positionOf(row)?.lat ?? null) },
  { name: '问题编号', width: 38, of: (row) => words(row.id) },
];
