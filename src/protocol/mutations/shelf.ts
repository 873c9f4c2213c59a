/** 挂账: long-term, needs a project. It is looked at again on a set day and never counts as overdue. */
import * as z from 'zod/mini';
import { civilDateOf, sayDate } from '../../domain/civil.ts';
import { DONE, type Outcome, refuse } from '../refusals.ts';
import type { FindingRow } from '../rows/index.ts';
import { CivilDay, DeadlineChoice, sentence, text, Uuid } from '../rows/shared.ts';
import type { MutationContext, Tx } from '../tx.ts';
import { dueOf } from './due.ts';
import { AT_REST, mayMove, moveFinding } from './move.ts';
import { mutation } from './mutation.ts';
import { settleExtension } from './settle-extension.ts';
import { stateChanged } from './state-changed.ts';

export const shelveFinding = mutation({
  args: z.object({ id: Uuid, reason: sentence(500), reviewOn: CivilDay }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (!mayMove(finding, 'shelve')) return stateChanged(tx, finding);
    if (args.reviewOn <= civilDateOf(context.at)) return refuse('review-date');
    await settleExtension(tx, context, finding, '问题已挂账');
    await moveFinding(tx, context, finding, 'shelve', {
      kind: 'shelved',
      detail: `${args.reason}；${sayDate(args.reviewOn)}复核`,
      change: { ...AT_REST, dueAt: null, shelf: { reason: args.reason, reviewOn: args.reviewOn } },
    });
    return DONE;
  },
});

/** 复核 of what is on the shelf: it stays, goes on (with a fresh deadline where a notice carries it), or is closed. */
export const reviewShelf = mutation({
  args: z.object({
    id: Uuid,
    result: z.enum(['keep', 'resume', 'close']),
    note: text(500),
    /** For `keep`. */
    reviewOn: z.nullable(CivilDay),
    /** For `resume` of a problem that a notice carries. */
    deadline: z.nullable(DeadlineChoice),
  }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    const { shelf } = finding;
    if (finding.state !== 'shelved' || !shelf) return stateChanged(tx, finding);
    if (args.result === 'resume') return resume(tx, context, finding, args);
    if (args.result === 'close') {
      await moveFinding(tx, context, finding, 'shelf-closed', {
        kind: 'closed',
        detail: args.note,
        change: { closedAt: context.at, closing: 'shelf' },
      });
      return DONE;
    }
    const { reviewOn } = args;
    if (reviewOn === null || reviewOn <= civilDateOf(context.at)) return refuse('review-date');
    await moveFinding(tx, context, finding, 'shelf-kept', {
      kind: 'shelf-kept',
      detail: `继续挂账，${sayDate(reviewOn)}复核${args.note === '' ? '' : `；${args.note}`}`,
      change: { shelf: { ...shelf, reviewOn } },
    });
    return DONE;
  },
});

async function resume(
  tx: Tx,
  context: MutationContext,
  finding: FindingRow,
  args: { readonly note: string; readonly deadline: Parameters<typeof dueOf>[2] | null },
): Promise<Outcome> {
  const told = { kind: 'unshelved', detail: args.note } as const;
  if (finding.noticeId === null) {
    await moveFinding(tx, context, finding, 'unshelve-loose', { ...told, change: { shelf: null } });
    return DONE;
  }
  if (!args.deadline) return refuse('deadline-needed');
  const due = await dueOf(tx, context, args.deadline);
  if (!due.ok) return due;
  await moveFinding(tx, context, finding, 'unshelve', {
    ...told,
    change: { shelf: null, dueAt: due.dueAt },
  });
  return DONE;
}
