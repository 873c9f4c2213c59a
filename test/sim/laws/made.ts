/** What an accepted deed has made. */
import type { JournalLine } from './server-book.ts';

const MAKERS = {
  'inspection.start': 'inspection',
  'finding.record': 'finding',
  'notice.issue': 'notice',
  'reply.submit': 'reply',
  'extension.ask': 'extension',
  'letter.issue': 'letter',
} as const;

export interface Made {
  readonly table: (typeof MAKERS)[keyof typeof MAKERS];
  readonly id: string;
}

/** Null for a deed that made nothing, or was refused. */
export function madeBy({ name, args, outcome }: JournalLine): Made | null {
  if (outcome !== 'applied' || !isMaker(name)) return null;
  return { table: MAKERS[name], id: JSON.parse(args).id };
}

function isMaker(name: string): name is keyof typeof MAKERS {
  return Object.hasOwn(MAKERS, name);
}
