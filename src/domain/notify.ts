/**
 * Who must know what: one table. A line of 经过 is told to those whom it makes do
 * something, or whose work it ends, and to nobody else; never to whoever did it.
 */

/** Whom a message is for: the unit it is about, the group that found the problem, or who leads. */
export const HEARERS = ['unit', 'inspector', 'supervisor'] as const;
export type Hearer = (typeof HEARERS)[number];

/** By `subject.kind` of the line of 经过. */
const TOLD = {
  'notice.issued': { to: ['unit'], say: '新的督查通知书' },
  'notice.voided': { to: ['unit'], say: '通知书已作废' },
  'finding.replied': { to: ['supervisor'], say: '收到整改反馈' },
  'finding.accepted': { to: ['inspector'], say: '反馈已受理，待复查' },
  'finding.returned': { to: ['unit'], say: '退回整改' },
  'finding.passed': { to: ['unit'], say: '复查通过，已销号' },
  'finding.extension-asked': { to: ['supervisor'], say: '申请延期' },
  'finding.extension-granted': { to: ['unit'], say: '同意延期' },
  'finding.extension-refused': { to: ['unit'], say: '不同意延期' },
  'finding.urged': { to: ['unit'], say: '收到提示催办文书' },
  'finding.unshelved': { to: ['unit'], say: '挂账恢复办理' },
  'finding.handed-back': { to: ['unit'], say: '移交退回，由单位整改' },
} as const satisfies Record<string, { readonly to: readonly Hearer[]; readonly say: string }>;

/** What is said by the calendar, once a working day. */
const DAILY = {
  'day.soon': { to: ['unit'], say: '整改期限快到了' },
  'day.overdue': { to: ['unit', 'supervisor'], say: '有问题超期' },
  'day.recheck': { to: ['supervisor'], say: '有反馈等待复查' },
  'day.stuck': { to: ['supervisor'], say: '有设备内容没有传上来' },
} as const satisfies Record<string, { readonly to: readonly Hearer[]; readonly say: string }>;

export type DailyKind = keyof typeof DAILY;
export type MessageKind = keyof typeof TOLD | DailyKind;

interface Telling {
  readonly to: readonly Hearer[];
  /** A title that says nothing of whom or where: it may stand on a locked screen. */
  readonly say: string;
}

const ALL: ReadonlyMap<string, Telling> = new Map(Object.entries({ ...TOLD, ...DAILY }));
export const MESSAGE_KINDS: readonly string[] = [...ALL.keys()];

/** To whom such a line is told, and under which title; null for one that nobody need hear of. */
export function tellingOf(kind: string): Telling | null {
  return ALL.get(kind) ?? null;
}

/** What one deed has done to many problems is one message to a person. */
export function deedOf(eventId: string, subjectId: string): string {
  return eventId.endsWith(`.${subjectId}`) ? eventId.slice(0, -subjectId.length - 1) : eventId;
}
