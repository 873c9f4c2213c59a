import * as z from 'zod/mini';
import { DONE, refuse } from '../refusals.ts';
import { Id, text } from '../rows/shared.ts';
import { mutation } from './mutation.ts';

/**
 * Says what a person decided on a deed of theirs that the office did not take. It
 * changes no row: the journal is the record of who gave up what, when and why.
 */
export const decideRefused = mutation({
  args: z.object({
    /** What the refused deed was about. */
    id: Id,
    /** Its place in this client's order. */
    seq: z.int().check(z.gte(1)),
    /** `restored`: to be decided on again. */
    decision: z.enum(['given-up', 'restored']),
    reason: text(500),
    title: text(200),
  }),
  async run(_tx, args, context) {
    // Nobody decides on what is still to come.
    if (args.seq >= context.seq) return refuse('malformed', 'seq');
    return DONE;
  },
});
