/** Why the office does not take a deed: a closed list, each with its sentence. */

export const REFUSALS = {
  'not-permitted': '您的角色不能做这件事',
  'point-missing': '点位不存在，可能已被删除或不在您的范围内',
  'point-not-in-round': '这个点位不在本轮督查范围内',
  'round-missing': '督查轮次不存在',
  'round-closed': '本轮督查已结束，不能再登记',
  'team-missing': '督查组不存在，或不属于这一轮督查',
  'checklist-missing': '检查清单不存在',
  'checklist-other-category': '检查清单与点位类型不一致',
  'inspection-missing': '检查记录不存在',
  'inspection-exists': '这次检查已经开始过',
  'inspection-finished': '检查已完成，答案不能再改',
  'inspection-unanswered': '还有检查项没有作答，不能完成检查',
  'item-missing': '检查项不在这份清单里',
  'answer-reason-missing': '选择“不适用”要说明理由',
  'finding-missing': '问题不存在',
  'finding-exists': '这个问题已经登记过',
  'finding-already-noticed': '其中的问题已列入另一份通知书，一个问题只能列入一份通知书',
  'finding-other-unit': '其中的问题不属于这个责任单位',
  'finding-other-round': '其中的问题不是这一轮督查登记的，一份通知书只列同一轮的问题',
  'finding-other-team': '其中没有这个督查组登记的问题',
  'photo-exists': '照片已经登记过',
  'photo-missing': '照片不存在',
  'photo-arrived': '照片已经传到，不用放弃',
  'state-changed': '问题的状态已经变化',
  'unit-missing': '责任单位不存在',
  'notice-missing': '通知书不存在',
  'notice-exists': '这份通知书已经签发过',
  'notice-empty': '通知书至少要列入一个问题',
  'notice-voided': '通知书已作废',
  'notice-not-voided': '要替代的通知书还没有作废',
  'notice-delivered': '这份通知书已经登记过送达',
  'notice-not-delivered': '这份通知书还没有登记送达，没有可更正的',
  'delivery-time': '签收时间不能早于签发，也不能晚于现在',
  'reply-exists': '这份反馈已经收到过',
  'reply-empty': '反馈要有文字、附件或照片',
  'reply-way': '这种反馈方式不对',
  'other-unit': '这不是您单位的问题',
  'recheck-exists': '这次复查已经登记过',
  'deadline-needed': '原来的期限已过，请定一个新的期限',
  'extension-exists': '这份延期申请已经收到过',
  'extension-pending': '这个问题已有一份延期申请，正在等办公室答复',
  'extension-missing': '延期申请不存在',
  'extension-decided': '这份延期申请已经答复过',
  'extension-date': '延期的日期要在原期限之后',
  'review-date': '复核日期要在今天之后',
  'photo-needed': '当场整改要留一张整改后的照片',
  'merge-self': '不能把问题并入它自己',
  'merge-target': '要并入的问题已销号或作废，请选另一个',
  'handoff-exists': '这次移交已经登记过',
  'handoff-missing': '这个问题没有移交记录',
  'handoff-not-sent': '这个问题还没有导出移交，只能收回',
  'handoff-no-case': '还没有案号可更正，请先登记立案',
  'handoff-contradicted': '回执与已有的记录不一致',
  'letter-exists': '这份文书已经发出过',
  'letter-missing': '文书不存在',
  'letter-empty': '文书里没有问题',
  'letter-early': '这个问题还没有超期',
  'letter-notices': '一份督办通知只针对一份督查通知书的问题，请分开发',
  'letter-month': '这个月已经给该单位发过月度提示',
  'letter-voided': '文书已作废',
  'number-not-leased': '这个文号没有发给本设备，或已被收回',
  'number-used': '这个文号已经用过',
  'number-other-year': '文号的年份与签发日期的年份不一致',
  'calendar-missing': '期限落在放假安排尚未载入的年份，请直接选定日期',
  'deadline-passed': '整改期限早于签发时间',
  'already-decided': '这一条已经处理过',
  malformed: '内容不完整或格式不对',
  'set-aside': '服务器多次处理失败，已搁置，不影响其他内容',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalCode;
  /** The particular of this case, in Chinese, e.g. the other notice's number. */
  readonly detail: string;
}

export type Outcome = { readonly ok: true } | Refusal;

export const DONE: Outcome = { ok: true };

export function refuse(reason: RefusalCode, detail = ''): Refusal {
  return { ok: false, reason, detail };
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

/** The whole sentence for the screen. */
export function sayRefusal(reason: string, detail = ''): string {
  const sentence = isRefusalCode(reason) ? REFUSALS[reason] : '服务器没有接受';
  return detail === '' ? `${sentence}。` : `${sentence}：${detail}。`;
}
