/** Letters as the desk would have sent them: a 催办 whose term has passed, and a reminder. */
import { uuidv7 } from 'uuidv7';
import { letterArgs } from './letters.ts';
import type { OfficeClient } from './office-client.ts';

const HOUR = 3_600_000;

export interface Owed {
  readonly findingId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly text: string;
  readonly pointName: string;
}

/** Answers the ids of both, which the next `sync` pushes. */
export function sendLetters(
  desk: OfficeClient,
  overdue: Owed,
  soon: Owed,
  now: number,
): { readonly urgeId: string; readonly remindId: string } {
  const urgeId = uuidv7();
  const remindId = uuidv7();
  const term = { kind: 'urge', issuedAt: now - 2 * HOUR, dueAt: now - HOUR } as const;
  desk.does('letter.issue', worded({ id: urgeId, ...term }, overdue), now - 2 * HOUR);
  const reminder = { kind: 'remind', issuedAt: now - HOUR } as const;
  desk.does('letter.issue', worded({ id: remindId, ...reminder }, soon), now - HOUR);
  return { urgeId, remindId };
}

function worded(
  letter: Omit<Parameters<typeof letterArgs>[0], 'findingIds' | 'unitId'>,
  { findingId, unitId, unitName, text, pointName }: Owed,
) {
  const args = letterArgs({ ...letter, unitId, findingIds: [findingId] });
  const section = letter.kind === 'remind' ? ('soon' as const) : ('overdue' as const);
  const problems = args.record.problems.map((one) => ({ ...one, text, pointName, section }));
  return { ...args, record: { ...args.record, unitName, problems } };
}
