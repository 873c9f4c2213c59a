/** 延期: asked for by the unit while it owes an answer; an approved one is not overdue. */
import * as z from 'zod/mini';
import { sayDateHour } from '../../domain/civil.ts';
import { owesAnswer } from '../../domain/finding-life.ts';
import { DONE, refuse } from '../refusals.ts';
import type { FindingRow } from '../rows/index.ts';
import { CivilDay, sentence, text, Uuid } from '../rows/shared.ts';
import type { MutationContext, Tx } from '../tx.ts';
import { closingOf } from './due.ts';
import { writeEvent } from './history.ts';
import { mutation } from './mutation.ts';
import { stateChanged } from './state-changed.ts';

export const askExtension = mutation({
  args: z.object({ id: Uuid, findingId: Uuid, reason: sentence(500), until: CivilDay }),
  async run(tx, args, context) {
    const { actor } = context;
    if (await tx.get('extension', args.id)) return refuse('extension-exists');
    const finding = await tx.get('finding', args.findingId);
    if (!finding?.noticeId) return refuse('finding-missing');
    if (actor.unitId !== finding.unitId) return refuse('other-unit');
    const { dueAt } = finding;
    if (!owesAnswer(finding.state) || dueAt === null) return stateChanged(tx, finding);
    if (finding.extensionId !== null) return refuse('extension-pending');
    const until = await closingOf(tx, context, args.until);
    if (until <= dueAt || until <= context.at) return refuse('extension-date');
    await tx.put('extension', {
      id: args.id,
      findingId: finding.id,
      unitId: finding.unitId,
      reason: args.reason,
      until,
      formerDueAt: dueAt,
      state: 'asked',
      askedAt: context.at,
      by: actor.accountId,
      byName: actor.name,
      decidedAt: null,
      decidedByName: '',
      decision: '',
      dueAt: null,
    });
    await tx.put('finding', { ...finding, extensionId: args.id, changedAt: context.at });
    const detail = `申请延期至${sayDateHour(until)}：${args.reason}`;
    await tell(tx, context, finding, 'extension-asked', detail);
    return DONE;
  },
});

export const decideExtension = mutation({
  args: z.object({
    id: Uuid,
    granted: z.boolean(),
    decision: text(500),
    /** The day that is granted; null grants what was asked for. */
    until: z.nullable(CivilDay),
  }),
  async run(tx, args, context) {
    const asked = await tx.get('extension', args.id);
    const finding = asked && (await tx.get('finding', asked.findingId));
    if (!finding) return refuse('extension-missing');
    if (asked.state !== 'asked') return refuse('extension-decided', asked.decidedByName);
    const dueAt = args.until === null ? asked.until : await closingOf(tx, context, args.until);
    if (args.granted && (dueAt <= asked.formerDueAt || dueAt <= context.at)) {
      return refuse('extension-date');
    }
    await tx.put('extension', {
      ...asked,
      state: args.granted ? 'granted' : 'refused',
      decidedAt: context.at,
      decidedByName: context.actor.name,
      decision: args.decision,
      dueAt: args.granted ? dueAt : null,
    });
    const change = args.granted ? { dueAt, urge: null } : {};
    await tx.put('finding', {
      ...finding,
      ...change,
      extensionId: null,
      changedAt: context.at,
    });
    const why = args.decision === '' ? '' : `：${args.decision}`;
    await tell(
      tx,
      context,
      finding,
      args.granted ? 'extension-granted' : 'extension-refused',
      args.granted ? `同意延期至${sayDateHour(dueAt)}${why}` : `不同意延期${why}`,
    );
    return DONE;
  },
});

async function tell(
  tx: Tx,
  context: MutationContext,
  finding: FindingRow,
  kind: 'extension-asked' | 'extension-granted' | 'extension-refused',
  detail: string,
): Promise<void> {
  const { id: subjectId, unitId } = finding;
  await writeEvent(tx, context, { subject: 'finding', subjectId, unitId, kind, detail });
}
