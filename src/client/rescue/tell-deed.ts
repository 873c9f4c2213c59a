/** What a deed said, in the office's words, line by line; names come from this device's own tables. */
import * as z from 'zod/mini';
import { sayVerdict } from '../../domain/answer.ts';
import { sayMoment } from '../../domain/civil.ts';
import { sayChoice } from '../../domain/deadline.ts';
import { NUMBER_PENDING, sayNumber } from '../../domain/notice-number.ts';
import { sayHandOver } from '../../protocol/hand-over.ts';
import { MUTATIONS, type MutationName } from '../../protocol/mutations/index.ts';
import { DeadlineChoice } from '../../protocol/rows/shared.ts';
import type { LocalDatabase } from '../store/database.ts';

export type Line = readonly [label: string, value: string];

export const DEED_NAMES: Readonly<Record<MutationName, string>> = {
  'inspection.start': '开始检查',
  'inspection.answer': '检查项作答',
  'inspection.finish': '完成检查',
  'finding.record': '登记问题',
  'finding.amend': '修改问题',
  'finding.void': '作废问题',
  'finding.merge': '合并重复问题',
  'finding.fix': '当场整改',
  'finding.verify': '复查',
  'finding.shelve': '挂账',
  'finding.review': '复核挂账',
  'finding.hand-off': '移交数字城管',
  'handoff.send': '移交批次发出',
  'handoff.settle': '登记移交结果',
  'notice.issue': '签发督查通知书',
  'notice.void': '作废督查通知书',
  'notice.deliver': '登记送达',
  'notice.redeliver': '更正送达',
  'notice.acknowledge': '在线签收',
  'reply.submit': '整改反馈',
  'reply.accept': '受理待复查',
  'reply.return': '退回整改',
  'extension.ask': '申请延期',
  'extension.decide': '答复延期申请',
  'letter.issue': '发出文书',
  'letter.void': '作废文书',
  'photo.forgo': '放弃没有传到的照片',
  'refused.decide': '处理未被接受的内容',
};

export async function tellDeed(
  db: LocalDatabase,
  name: MutationName,
  args: unknown,
): Promise<Line[]> {
  const lines: (Line | null)[] = [
    ['事项', DEED_NAMES[name]],
    ...(await around(db, args)),
    ...said(name, args),
  ];
  return lines.filter((line): line is Line => line !== null && line[1] !== '');
}

const Places = z.object({
  id: z.optional(z.string()),
  findingId: z.optional(z.string()),
  pointId: z.optional(z.string()),
  unitId: z.optional(z.string()),
  itemId: z.optional(z.nullable(z.string())),
  findingIds: z.optional(z.array(z.string())),
  deadline: z.optional(DeadlineChoice),
});

/** Point, item, unit and problems by their names, where this device knows them. */
async function around(db: LocalDatabase, args: unknown): Promise<(Line | null)[]> {
  const { data = {} } = Places.safeParse(args);
  const { id = '', itemId, unitId, findingIds = [], deadline } = data;
  const [visit, finding, notice, found] = await Promise.all([
    db.inspection.get(id),
    db.finding.get(data.findingId ?? id),
    db.notice.get(id),
    db.finding.bulkGet(findingIds),
  ]);
  const pointId = data.pointId ?? visit?.pointId ?? finding?.pointId ?? '';
  const [point, unit, lists] = await Promise.all([
    db.point.get(pointId),
    db.unit.get(unitId ?? ''),
    itemId ? db.checklist.toArray() : [],
  ]);
  const item = lists.flatMap((list) => list.items).find((one) => one.id === itemId);
  return [
    ['点位', point ? `${point.name}（${point.id}）` : pointId],
    ['检查项', item ? `${item.id} ${item.text}` : (itemId ?? '')],
    ['责任单位', unit?.name ?? unitId ?? notice?.unitName ?? ''],
    finding && !unitId ? ['问题', finding.text] : null,
    notice?.number ? ['文号', sayNumber(notice.number)] : null,
    ...findingIds.map((one, nth): Line => [`问题 ${nth + 1}`, found[nth]?.text ?? one]),
    deadline ? ['整改期限', sayChoice(deadline)] : null,
  ];
}

/** What the person wrote or chose. */
function said(name: MutationName, args: unknown): (Line | null)[] {
  switch (name) {
    case 'inspection.answer': {
      const { data } = MUTATIONS[name].args.safeParse(args);
      return [
        ['答案', data?.verdict ? sayVerdict(data.verdict) : '撤回答案'],
        ['理由', data?.reason ?? ''],
        ['例数', sayCount(data?.count)],
        ['备注', data?.note ?? ''],
      ];
    }
    case 'finding.record':
    case 'finding.amend': {
      const { data } = MUTATIONS[name].args.safeParse(args);
      return [
        ['问题', data?.text ?? ''],
        ['例数', sayCount(data?.count)],
        ['照片', data ? `${data.photos.length} 张` : ''],
      ];
    }
    case 'finding.void':
    case 'notice.void':
      return [['作废理由', MUTATIONS[name].args.safeParse(args).data?.reason ?? '']];
    case 'photo.forgo':
      return [['放弃理由', MUTATIONS[name].args.safeParse(args).data?.reason ?? '']];
    case 'notice.issue': {
      const { data } = MUTATIONS[name].args.safeParse(args);
      return [['文号', data?.number ? sayNumber(data.number) : NUMBER_PENDING]];
    }
    case 'notice.deliver':
    case 'notice.redeliver':
      return handedOver(name, args);
    case 'refused.decide': {
      const { data } = MUTATIONS[name].args.safeParse(args);
      return [
        ['原来的内容', data?.title ?? ''],
        ['决定', data?.decision === 'restored' ? '恢复' : '放弃'],
        ['理由', data?.reason ?? ''],
      ];
    }
    case 'inspection.start':
    case 'inspection.finish':
      return [];
    default:
      return told(args);
  }
}

const Told = z.object({
  text: z.optional(z.string()),
  reason: z.optional(z.string()),
  note: z.optional(z.string()),
  decision: z.optional(z.string()),
  receiver: z.optional(z.string()),
  caseNumber: z.optional(z.string()),
  code: z.optional(z.string()),
  codeName: z.optional(z.string()),
  reviewOn: z.optional(z.nullable(z.string())),
  until: z.optional(z.nullable(z.string())),
  photos: z.optional(z.array(z.unknown())),
  photo: z.optional(z.unknown()),
  files: z.optional(z.array(z.object({ name: z.string() }))),
});

/** What was written down of all that follows a notice. */
function told(args: unknown): (Line | null)[] {
  const { data = {} } = Told.safeParse(args);
  const photos = data.photos?.length ?? (data.photo ? 1 : 0);
  return [
    ['内容', data.text ?? ''],
    ['理由', data.reason ?? ''],
    ['说明', data.note ?? ''],
    ['答复', data.decision ?? ''],
    ['签收人', data.receiver ?? ''],
    ['移交编码', [data.code, data.codeName].filter(Boolean).join(' ')],
    ['案号', data.caseNumber ?? ''],
    ['复核日期', data.reviewOn ?? ''],
    ['延期至', data.until ?? ''],
    ['照片', photos > 0 ? `${photos} 张` : ''],
    ['附件', data.files?.map(({ name }) => name).join('、') ?? ''],
  ];
}

/** A signature is drawn, not told; the file carries its strokes. */
function handedOver(name: 'notice.deliver' | 'notice.redeliver', args: unknown): (Line | null)[] {
  const { data } = MUTATIONS['notice.deliver'].args.safeParse(args);
  const correction =
    name === 'notice.redeliver' ? MUTATIONS[name].args.safeParse(args).data : undefined;
  return [
    ['更正理由', correction?.reason ?? ''],
    ['送达', data ? sayHandOver(data.how) : ''],
    ['签收时间', data && data.at !== null ? sayMoment(data.at) : ''],
    ['回证照片', data && data.photos.length > 0 ? `${data.photos.length} 张` : ''],
  ];
}

function sayCount(count: number | null | undefined): string {
  return count === null || count === undefined ? '' : `${count} 例`;
}
