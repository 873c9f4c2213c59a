/**
 * 移交数字城管. A problem that is handed off leaves the notices' stream, so that it is not
 * assigned twice; what the platform answers closes it here or brings it back.
 */
import * as z from 'zod/mini';
import { DONE, type Outcome, refuse } from '../refusals.ts';
import type { FindingRow, HandoffRow } from '../rows/index.ts';
import { DeadlineChoice, Id, Instant, sentence, text, Uuid } from '../rows/shared.ts';
import type { MutationContext, Tx } from '../tx.ts';
import { dueOf } from './due.ts';
import { writeEvent } from './history.ts';
import { AT_REST, mayMove, moveFinding } from './move.ts';
import { mutation } from './mutation.ts';
import { settleExtension } from './settle-extension.ts';
import { stateChanged } from './state-changed.ts';

export const handOffFinding = mutation({
  args: z.object({
    id: Uuid,
    handoffId: Uuid,
    code: sentence(40),
    codeName: text(200),
    note: text(500),
  }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (await tx.get('handoff', args.handoffId)) return refuse('handoff-exists');
    if (!mayMove(finding, 'hand-off')) return stateChanged(tx, finding);
    await tx.put('handoff', {
      id: args.handoffId,
      findingId: finding.id,
      code: args.code,
      codeName: args.codeName,
      note: args.note,
      state: 'picked',
      batchId: '',
      sentAt: null,
      caseNumber: '',
      filedAt: null,
      settledAt: null,
      result: '',
      at: context.at,
      by: context.actor.accountId,
      byName: context.actor.name,
    });
    await settleExtension(tx, context, finding, '问题已移交数字城管');
    await moveFinding(tx, context, finding, 'hand-off', {
      kind: 'handed-off',
      detail: `${args.code} ${args.codeName}${args.note === '' ? '' : `；${args.note}`}`,
      change: { ...AT_REST, dueAt: null },
    });
    return DONE;
  },
});

/** The batch that carries it has gone out. Said again for a batch that is exported again: nothing changes. */
export const sendHandoff = mutation({
  args: z.object({ id: Uuid, batchId: Id }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (finding.state !== 'handed-off') return stateChanged(tx, finding);
    const handoff = await lastHandoff(tx, finding.id);
    if (!handoff) return refuse('handoff-missing');
    if (handoff.batchId === args.batchId) return DONE;
    if (handoff.state !== 'picked') return refuse('handoff-exists', handoff.batchId);
    await tx.put('handoff', {
      ...handoff,
      state: 'sent',
      batchId: args.batchId,
      sentAt: context.at,
    });
    await told(tx, context, finding, 'handoff-sent', `批次 ${args.batchId}`);
    return DONE;
  },
});

/**
 * What the platform says of it: 立案, 不予立案, 结案; that its case number was written down
 * wrong (`renumbered`); or the office takes it back before that.
 */
export const settleHandoff = mutation({
  args: z.object({
    id: Uuid,
    result: z.enum(['filed', 'declined', 'closed', 'back', 'renumbered']),
    caseNumber: text(60),
    /** When, as the platform says; null for now. */
    at: z.nullable(Instant),
    note: text(500),
    /** For what comes back to a unit whose notice carries it. */
    deadline: z.nullable(DeadlineChoice),
  }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (finding.state !== 'handed-off') return stateChanged(tx, finding);
    const handoff = await lastHandoff(tx, finding.id);
    if (!handoff) return refuse('handoff-missing');
    if (handoff.state === 'picked' && args.result !== 'back') return refuse('handoff-not-sent');
    const { caseNumber: known } = handoff;
    if (args.result === 'renumbered') {
      if (known === '' || args.caseNumber === '') return refuse('handoff-no-case');
      if (known === args.caseNumber) return DONE;
      await tx.put('handoff', { ...handoff, caseNumber: args.caseNumber });
      const why = args.note === '' ? '' : `；${args.note}`;
      await told(
        tx,
        context,
        finding,
        'handoff-filed',
        `案号 ${known} 更正为 ${args.caseNumber}${why}`,
      );
      return DONE;
    }
    if (known !== '' && args.caseNumber !== '' && known !== args.caseNumber) {
      return refuse('handoff-contradicted', `已有案号 ${known}，这里是 ${args.caseNumber}`);
    }
    const caseNumber = known === '' ? args.caseNumber : known;
    const at = args.at ?? context.at;
    if (args.result === 'filed') {
      if (handoff.state === 'filed') return DONE;
      await tx.put('handoff', { ...handoff, state: 'filed', caseNumber, filedAt: at });
      await told(tx, context, finding, 'handoff-filed', `立案 ${caseNumber}`.trim());
      return DONE;
    }
    if (args.result === 'closed') {
      await tx.put('handoff', {
        ...handoff,
        state: 'closed',
        caseNumber,
        settledAt: at,
        result: args.note,
      });
      await moveFinding(tx, context, finding, 'hand-off-closed', {
        kind: 'closed',
        detail: `数字城管结案 ${caseNumber}${args.note === '' ? '' : `：${args.note}`}`,
        change: { closedAt: at, closing: 'hand-off' },
      });
      return DONE;
    }
    const state = args.result === 'declined' ? 'declined' : 'withdrawn';
    return takeBack(tx, context, finding, {
      handoff: { ...handoff, state, caseNumber, settledAt: at, result: args.note },
      deadline: args.deadline,
    });
  },
});

async function takeBack(
  tx: Tx,
  context: MutationContext,
  finding: FindingRow,
  back: {
    readonly handoff: HandoffRow;
    readonly deadline: Parameters<typeof dueOf>[2] | null;
  },
): Promise<Outcome> {
  const { handoff, deadline } = back;
  const loose = finding.noticeId === null;
  const due = loose || !deadline ? null : await dueOf(tx, context, deadline);
  if (due && !due.ok) return due;
  if (!loose && !due) return refuse('deadline-needed');
  await tx.put('handoff', handoff);
  const why = handoff.state === 'declined' ? '数字城管不予立案' : '收回移交';
  await moveFinding(tx, context, finding, loose ? 'hand-off-loose' : 'hand-off-back', {
    kind: 'handed-back',
    detail: handoff.result === '' ? why : `${why}：${handoff.result}`,
    change: { dueAt: due?.dueAt ?? null },
  });
  return DONE;
}

async function told(
  tx: Tx,
  context: MutationContext,
  finding: FindingRow,
  kind: 'handoff-sent' | 'handoff-filed',
  detail: string,
): Promise<void> {
  await writeEvent(tx, context, {
    subject: 'finding',
    subjectId: finding.id,
    unitId: finding.unitId,
    kind,
    detail,
  });
}

/** The one that is under way: a problem may come back and be handed off again. */
async function lastHandoff(tx: Tx, findingId: string): Promise<HandoffRow | undefined> {
  const all = await tx.list('handoff', 'findingId', findingId);
  return all.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))[0];
}
