/** Every deed that travels: its wire name and the rule that both sides run. */
import type * as z from 'zod/mini';
import { mayDo } from '../../domain/role.ts';
import { type Outcome, refuse } from '../refusals.ts';
import type { MutationContext, Tx } from '../tx.ts';
import { deliverNotice, redeliverNotice } from './delivery.ts';
import { amendFinding, recordFinding, voidFinding } from './finding.ts';
import { answerItem, finishInspection, startInspection } from './inspection.ts';
import type { Mutation } from './mutation.ts';
import { issueNotice, voidNotice } from './notice.ts';
import { forgoPhoto } from './photo.ts';
import { decideRefused } from './refused.ts';

export const MUTATIONS = {
  'inspection.start': startInspection,
  'inspection.answer': answerItem,
  'inspection.finish': finishInspection,
  'finding.record': recordFinding,
  'finding.amend': amendFinding,
  'finding.void': voidFinding,
  'notice.issue': issueNotice,
  'notice.void': voidNotice,
  'notice.deliver': deliverNotice,
  'notice.redeliver': redeliverNotice,
  'photo.forgo': forgoPhoto,
  'refused.decide': decideRefused,
} as const;

export type MutationName = keyof typeof MUTATIONS;
export type MutationArgs = {
  [N in MutationName]: z.infer<(typeof MUTATIONS)[N]['args']>;
};

export function isMutationName(name: string): name is MutationName {
  return Object.hasOwn(MUTATIONS, name);
}

/**
 * Runs one deed by name, as both sides do: who may, then what was said, then the
 * rule. Throws only on a bug; what a person may get wrong is a refusal.
 */
export async function runMutation(
  tx: Tx,
  name: MutationName,
  args: unknown,
  context: MutationContext,
): Promise<Outcome> {
  if (!mayDo(context.actor.role, name)) return refuse('not-permitted');
  return runParsed(MUTATIONS[name], tx, args, context);
}

async function runParsed<Args>(
  definition: Mutation<Args>,
  tx: Tx,
  args: unknown,
  context: MutationContext,
): Promise<Outcome> {
  const parsed = definition.args.safeParse(args);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('malformed', issue?.path.join('.') ?? '');
  }
  return definition.run(tx, parsed.data, context);
}
