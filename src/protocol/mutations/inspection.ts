import * as z from 'zod/mini';
import { MAX_COUNT, MAX_NOTE, NA_REASONS, tally, VERDICTS } from '../../domain/answer.ts';
import { DONE, refuse } from '../refusals.ts';
import { Id, text, Uuid } from '../rows/shared.ts';
import { mutation } from './mutation.ts';
import { teamOf } from './team.ts';

export const startInspection = mutation({
  args: z.object({ id: Uuid, roundId: Id, pointId: Id, checklistId: Id }),
  async run(tx, args, context) {
    if (await tx.get('inspection', args.id)) return refuse('inspection-exists');
    const [round, point, checklist] = [
      await tx.get('round', args.roundId),
      await tx.get('point', args.pointId),
      await tx.get('checklist', args.checklistId),
    ];
    if (!point) return refuse('point-missing');
    if (!checklist) return refuse('checklist-missing');
    if (checklist.category !== point.category) return refuse('checklist-other-category');
    if (round?.state !== 'open') return refuse('round-closed');
    const team = await teamOf(tx, args.roundId, args.pointId);
    if (!team) return refuse('point-not-in-round');
    await tx.put('inspection', {
      id: args.id,
      roundId: args.roundId,
      teamId: team.id,
      pointId: args.pointId,
      checklistId: args.checklistId,
      by: context.actor.accountId,
      byName: context.actor.name,
      startedAt: context.at,
      finishedAt: null,
      answers: {},
    });
    return DONE;
  },
});

export const answerItem = mutation({
  args: z.object({
    id: Uuid,
    itemId: Id,
    /** Null takes the answer back. */
    verdict: z.nullable(z.enum(VERDICTS)),
    reason: z.nullable(z.enum(NA_REASONS)),
    count: z.nullable(z.int().check(z.gte(0), z.lte(MAX_COUNT))),
    note: text(MAX_NOTE),
  }),
  async run(tx, args, context) {
    const inspection = await tx.get('inspection', args.id);
    if (!inspection) return refuse('inspection-missing');
    if (inspection.finishedAt !== null) return refuse('inspection-finished');
    const checklist = await tx.get('checklist', inspection.checklistId);
    if (!checklist) return refuse('checklist-missing');
    if (!checklist.items.some((item) => item.id === args.itemId)) return refuse('item-missing');
    if (args.verdict === 'na' && args.reason === null) return refuse('answer-reason-missing');
    const before = inspection.answers[args.itemId];
    // Two devices on one inspection: the later tap stands, the other is in the office's journal.
    if (before && before.at > context.at) return DONE;
    const { [args.itemId]: _replaced, ...others } = inspection.answers;
    const answers =
      args.verdict === null
        ? others
        : {
            ...others,
            [args.itemId]: {
              verdict: args.verdict,
              reason: args.verdict === 'na' ? args.reason : null,
              count: args.count,
              note: args.note,
              at: context.at,
            },
          };
    await tx.put('inspection', { ...inspection, answers });
    return DONE;
  },
});

export const finishInspection = mutation({
  args: z.object({ id: Uuid }),
  async run(tx, args, context) {
    const inspection = await tx.get('inspection', args.id);
    if (!inspection) return refuse('inspection-missing');
    if (inspection.finishedAt !== null) return DONE;
    const checklist = await tx.get('checklist', inspection.checklistId);
    if (!checklist) return refuse('checklist-missing');
    const { open } = tally(
      checklist.items.map((item) => item.id),
      inspection.answers,
    );
    if (open.length > 0) return refuse('inspection-unanswered', `还有 ${open.length} 项`);
    await tx.put('inspection', { ...inspection, finishedAt: context.at });
    return DONE;
  },
});
