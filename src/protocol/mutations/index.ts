/** Every deed that travels: its wire name and the rule that both sides run. */
import type * as z from 'zod/mini';
import { mayDo } from '../../domain/role.ts';
import { type Outcome, refuse } from '../refusals.ts';
import type { MutationContext, Tx } from '../tx.ts';
import { acknowledgeNotice } from './acknowledge.ts';
import { deliverNotice, redeliverNotice } from './delivery.ts';
import { askExtension, decideExtension } from './extension.ts';
import { amendFinding, recordFinding } from './finding.ts';
import { fixFinding, mergeFinding, voidFinding } from './finding-end.ts';
import { handOffFinding, sendHandoff, settleHandoff } from './handoff.ts';
import { answerItem, finishInspection, startInspection } from './inspection.ts';
import { issueLetter, voidLetter } from './letter.ts';
import type { Mutation } from './mutation.ts';
import { issueNotice, voidNotice } from './notice.ts';
import { forgoPhoto } from './photo.ts';
import { decideRefused } from './refused.ts';
import { acceptReply, returnReply, submitReply } from './reply.ts';
import { reviewShelf, shelveFinding } from './shelf.ts';
import { verifyFinding } from './verify.ts';

export const MUTATIONS = {
  'inspection.start': startInspection,
  'inspection.answer': answerItem,
  'inspection.finish': finishInspection,
  'finding.record': recordFinding,
  'finding.amend': amendFinding,
  'finding.void': voidFinding,
  'finding.merge': mergeFinding,
  'finding.fix': fixFinding,
  'finding.verify': verifyFinding,
  'finding.shelve': shelveFinding,
  'finding.review': reviewShelf,
  'finding.hand-off': handOffFinding,
  'handoff.send': sendHandoff,
  'handoff.settle': settleHandoff,
  'notice.issue': issueNotice,
  'notice.void': voidNotice,
  'notice.deliver': deliverNotice,
  'notice.redeliver': redeliverNotice,
  'notice.acknowledge': acknowledgeNotice,
  'reply.submit': submitReply,
  'reply.accept': acceptReply,
  'reply.return': returnReply,
  'extension.ask': askExtension,
  'extension.decide': decideExtension,
  'letter.issue': issueLetter,
  'letter.void': voidLetter,
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
