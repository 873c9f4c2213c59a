/** Who may do what: one table, enforced on the server and mirrored on screen. */

export const ROLES = ['inspector', 'supervisor', 'unit', 'admin'] as const;
export type Role = (typeof ROLES)[number];

const NAMES: Record<Role, string> = {
  inspector: '督查员',
  supervisor: '督查负责人',
  unit: '责任单位',
  admin: '管理员',
};

export function sayRole(role: Role): string {
  return NAMES[role];
}

export const ACTIONS = [
  'inspection.start',
  'inspection.answer',
  'inspection.finish',
  'finding.record',
  'finding.amend',
  'finding.void',
  'finding.merge',
  'finding.fix',
  'finding.verify',
  'finding.shelve',
  'finding.review',
  'finding.hand-off',
  'handoff.send',
  'handoff.settle',
  'notice.issue',
  'notice.void',
  'notice.deliver',
  'notice.redeliver',
  'notice.acknowledge',
  'reply.submit',
  'reply.accept',
  'reply.return',
  'extension.ask',
  'extension.decide',
  'letter.issue',
  'letter.void',
  'photo.forgo',
  'refused.decide',
] as const;
export type Action = (typeof ACTIONS)[number];

const PERMITS: Record<Action, readonly Role[]> = {
  'inspection.start': ['inspector', 'supervisor'],
  'inspection.answer': ['inspector', 'supervisor'],
  'inspection.finish': ['inspector', 'supervisor'],
  'finding.record': ['inspector', 'supervisor'],
  'finding.amend': ['inspector', 'supervisor'],
  'finding.void': ['supervisor'],
  'finding.merge': ['supervisor'],
  'finding.fix': ['inspector', 'supervisor'],
  'finding.verify': ['inspector', 'supervisor'],
  'finding.shelve': ['supervisor'],
  'finding.review': ['supervisor'],
  'finding.hand-off': ['inspector', 'supervisor'],
  'handoff.send': ['supervisor'],
  'handoff.settle': ['supervisor'],
  'notice.issue': ['inspector', 'supervisor'],
  'notice.void': ['supervisor'],
  'notice.deliver': ['inspector', 'supervisor'],
  'notice.redeliver': ['supervisor'],
  'notice.acknowledge': ['unit'],
  // The office enters what a unit has answered on paper.
  'reply.submit': ['unit', 'supervisor'],
  'reply.accept': ['supervisor'],
  'reply.return': ['supervisor'],
  'extension.ask': ['unit'],
  'extension.decide': ['supervisor'],
  'letter.issue': ['supervisor'],
  'letter.void': ['supervisor'],
  'photo.forgo': ['inspector', 'supervisor'],
  // On one's own deeds; a person whose role has changed may still hold some.
  'refused.decide': ROLES,
};

export function mayDo(role: Role, action: Action): boolean {
  return PERMITS[action].includes(role);
}

/** Who may hand in what another person's tablet holds (导入离线包). One's own, anybody may. */
const IMPORTERS: readonly Role[] = ['supervisor', 'admin'];

export function mayImportForOthers(role: Role): boolean {
  return IMPORTERS.includes(role);
}

/** Who may hand out a way in to a notice for a unit without an account (反馈链接), and who ends them all. */
const LINKERS: readonly Role[] = ['inspector', 'supervisor', 'admin'];
const LINK_ENDERS: readonly Role[] = ['supervisor', 'admin'];

export function mayMakeLinks(role: Role): boolean {
  return LINKERS.includes(role);
}

export function mayRevokeLinks(role: Role): boolean {
  return LINK_ENDERS.includes(role);
}
