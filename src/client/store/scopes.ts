import type { MutationName } from '../../protocol/mutations/index.ts';
import type { TableName } from '../../protocol/rows/index.ts';

export interface Scope {
  /** What the deed's `id` names. */
  readonly subject: TableName;
  /** The synced tables that it reads or writes. */
  readonly tables: readonly TableName[];
}

/** A transaction over a deed's own tables starts while the screens read the others. */
export const SCOPES: Record<MutationName, Scope> = {
  'inspection.start': {
    subject: 'inspection',
    tables: ['inspection', 'round', 'point', 'checklist', 'team'],
  },
  'inspection.answer': { subject: 'inspection', tables: ['inspection', 'checklist'] },
  'inspection.finish': { subject: 'inspection', tables: ['inspection', 'checklist'] },
  'finding.record': {
    subject: 'finding',
    tables: [
      'finding',
      'round',
      'point',
      'team',
      'unit',
      'inspection',
      'checklist',
      'photo',
      'event',
    ],
  },
  'finding.amend': { subject: 'finding', tables: ['finding', 'unit', 'photo', 'event'] },
  'finding.void': { subject: 'finding', tables: ['finding', 'extension', 'event'] },
  'finding.merge': { subject: 'finding', tables: ['finding', 'extension', 'event'] },
  'finding.fix': { subject: 'finding', tables: ['finding', 'photo', 'event'] },
  'finding.verify': {
    subject: 'finding',
    tables: ['finding', 'reply', 'recheck', 'photo', 'office', 'calendar', 'event'],
  },
  'finding.shelve': { subject: 'finding', tables: ['finding', 'extension', 'event'] },
  'finding.review': { subject: 'finding', tables: ['finding', 'office', 'calendar', 'event'] },
  'finding.hand-off': {
    subject: 'finding',
    tables: ['finding', 'handoff', 'extension', 'event'],
  },
  'handoff.send': { subject: 'finding', tables: ['finding', 'handoff', 'event'] },
  'handoff.settle': {
    subject: 'finding',
    tables: ['finding', 'handoff', 'office', 'calendar', 'event'],
  },
  'notice.issue': {
    subject: 'notice',
    tables: ['notice', 'unit', 'round', 'team', 'finding', 'office', 'calendar', 'event'],
  },
  'notice.void': { subject: 'notice', tables: ['notice', 'finding', 'extension', 'event'] },
  'notice.deliver': { subject: 'notice', tables: ['notice', 'finding', 'photo', 'event'] },
  'notice.redeliver': { subject: 'notice', tables: ['notice', 'finding', 'photo', 'event'] },
  'notice.acknowledge': { subject: 'notice', tables: ['notice', 'finding', 'event'] },
  'reply.submit': {
    subject: 'reply',
    tables: ['reply', 'finding', 'photo', 'extension', 'event'],
  },
  'reply.accept': { subject: 'finding', tables: ['finding', 'event'] },
  'reply.return': {
    subject: 'finding',
    tables: ['finding', 'reply', 'recheck', 'office', 'calendar', 'event'],
  },
  'extension.ask': {
    subject: 'extension',
    tables: ['extension', 'finding', 'office', 'event'],
  },
  'extension.decide': {
    subject: 'extension',
    tables: ['extension', 'finding', 'office', 'event'],
  },
  'letter.issue': { subject: 'letter', tables: ['letter', 'unit', 'finding', 'event'] },
  'letter.void': { subject: 'letter', tables: ['letter', 'finding', 'event'] },
  'photo.forgo': { subject: 'photo', tables: ['photo', 'finding', 'notice', 'event'] },
  // It reads no row and writes none; what it is about may be of any table.
  'refused.decide': { subject: 'office', tables: ['office'] },
};
