import * as z from 'zod/mini';
import { civilDateOf, yearOf } from '../../domain/civil.ts';
import { afterEvent, type FindingState } from '../../domain/finding-life.ts';
import { sayNoticeName, sayNumber } from '../../domain/notice-number.ts';
import { DONE, refuse } from '../refusals.ts';
import type { FindingRow } from '../rows/index.ts';
import { NoticeRecord, NoticeSeal } from '../rows/notice-record.ts';
import {
  DeadlineChoice,
  Id,
  NoticeNumber as NoticeNumberArgs,
  sentence,
  Uuid,
} from '../rows/shared.ts';
import { dueOf } from './due.ts';
import { writeEvent } from './history.ts';
import { mutation } from './mutation.ts';
import { settleExtension } from './settle-extension.ts';
import { stateChanged } from './state-changed.ts';

export const MAX_FINDINGS = 200;

/**
 * Issues one notice to one unit, of one round's findings. It bears the name of a
 * group that recorded one of them at least: who leads issues for several groups.
 * A finding is on one living notice at most.
 */
export const issueNotice = mutation({
  args: z.object({
    id: Uuid,
    roundId: Id,
    teamId: Id,
    unitId: Id,
    findingIds: z.array(Uuid).check(z.maxLength(MAX_FINDINGS)),
    deadline: DeadlineChoice,
    /** Drawn from this device's leases; null where it had none left (编号待定). */
    number: z.nullable(NoticeNumberArgs),
    /** What the paper says that has been handed over; the office makes one where there is none. */
    record: z.optional(z.nullable(NoticeRecord)),
    /** Signed by the device; the office signs where it has not. */
    seal: z.optional(z.nullable(NoticeSeal)),
    /** The voided notice in whose place this one stands. */
    replaces: z.optional(z.nullable(Uuid)),
  }),
  async run(tx, args, context) {
    const { record = null, seal = null, replaces = null } = args;
    if (await tx.get('notice', args.id)) return refuse('notice-exists');
    if (args.findingIds.length === 0) return refuse('notice-empty');
    if (record && !lists(record, args.findingIds)) return refuse('malformed', 'record');
    const unit = await tx.get('unit', args.unitId);
    if (!unit) return refuse('unit-missing');
    // Open or closed: what was found in the last hour of a round is still put on paper.
    if (!(await tx.get('round', args.roundId))) return refuse('round-missing');
    const team = await tx.get('team', args.teamId);
    if (team?.roundId !== args.roundId) return refuse('team-missing');
    const findings: FindingRow[] = [];
    for (const id of new Set(args.findingIds)) {
      const finding = await tx.get('finding', id);
      if (!finding) return refuse('finding-missing');
      if (finding.noticeId !== null) {
        const other = await tx.get('notice', finding.noticeId);
        const name = sayNoticeName(other?.number ?? null);
        return refuse('finding-already-noticed', `“${finding.text}”已列入 ${name}`);
      }
      if (finding.unitId !== args.unitId) return refuse('finding-other-unit', finding.text);
      if (finding.roundId !== args.roundId) return refuse('finding-other-round', finding.text);
      if (afterEvent(finding.state, 'assign') === null) return stateChanged(tx, finding);
      findings.push(finding);
    }
    if (!findings.some((finding) => finding.teamId === team.id)) {
      return refuse('finding-other-team', team.name);
    }
    const due = await dueOf(tx, context, args.deadline);
    if (!due.ok) return due;
    if (replaces !== null && (await tx.get('notice', replaces))?.state !== 'voided') {
      return refuse('notice-not-voided');
    }
    // The paper's own date where there is one: a deed may be done a moment after its paper.
    const year = yearOf(civilDateOf(record?.issuedAt ?? context.at));
    if (args.number && args.number.year !== year) {
      return refuse('number-other-year', `${sayNumber(args.number)}，${year}年签发`);
    }
    const confirmed = await context.numbers.confirm(args.id, year, args.number);
    if (!confirmed.ok) return confirmed;
    // A tablet may hold an older calendar than the office: what is printed is what holds.
    const dueAt = record?.dueAt ?? due.dueAt;
    await tx.put('notice', {
      id: args.id,
      roundId: args.roundId,
      teamId: args.teamId,
      unitId: args.unitId,
      unitName: record?.unitName ?? unit.name,
      number: confirmed.number,
      findingIds: findings.map((finding) => finding.id),
      deadline: args.deadline,
      dueAt,
      issuedAt: context.at,
      by: context.actor.accountId,
      byName: context.actor.name,
      state: 'issued',
      voidReason: '',
      voidedAt: null,
      record,
      // Whoever signs signs the number too.
      seal: confirmed.number && record ? seal : null,
      delivery: null,
      replaces,
    });
    const named = sayNoticeName(confirmed.number);
    for (const finding of findings) {
      await tx.put('finding', {
        ...finding,
        state: afterEvent(finding.state, 'assign') ?? finding.state,
        noticeId: args.id,
        dueAt,
        changedAt: context.at,
      });
      await writeEvent(tx, context, {
        subject: 'finding',
        subjectId: finding.id,
        unitId: args.unitId,
        kind: 'assigned',
        detail: named,
      });
    }
    await writeEvent(tx, context, {
      subject: 'notice',
      subjectId: args.id,
      unitId: args.unitId,
      kind: 'issued',
      detail: named,
    });
    return DONE;
  },
});

/** Out of the notices' stream: such a problem is where it is with or without its notice. */
const LEFT: readonly FindingState[] = ['handed-off', 'shelved', 'voided'];

/** Voids a notice: its number stays in the register, its findings go back to 已记录. */
export const voidNotice = mutation({
  args: z.object({ id: Uuid, reason: sentence(500) }),
  async run(tx, args, context) {
    const notice = await tx.get('notice', args.id);
    if (!notice) return refuse('notice-missing');
    if (notice.state === 'voided') return refuse('notice-voided');
    const findings: FindingRow[] = [];
    for (const id of notice.findingIds) {
      const finding = await tx.get('finding', id);
      if (!finding) return refuse('finding-missing');
      if (finding.noticeId !== notice.id) continue;
      const given = afterEvent(finding.state, 'unassign') !== null;
      if (!given && !LEFT.includes(finding.state)) return stateChanged(tx, finding);
      findings.push(finding);
    }
    if (notice.number) await context.numbers.markVoided(notice.number, args.reason);
    await tx.put('notice', {
      ...notice,
      state: 'voided',
      voidReason: args.reason,
      voidedAt: context.at,
    });
    for (const finding of findings) {
      await tx.put('finding', {
        ...finding,
        state: afterEvent(finding.state, 'unassign') ?? finding.state,
        noticeId: null,
        dueAt: null,
        extensionId: null,
        urge: null,
        changedAt: context.at,
      });
      await settleExtension(tx, context, finding, '通知书已作废');
      await writeEvent(tx, context, {
        subject: 'finding',
        subjectId: finding.id,
        unitId: notice.unitId,
        kind: 'unassigned',
        detail: `${sayNoticeName(notice.number)} 作废：${args.reason}`,
      });
    }
    await writeEvent(tx, context, {
      subject: 'notice',
      subjectId: notice.id,
      unitId: notice.unitId,
      kind: 'voided',
      detail: args.reason,
    });
    return DONE;
  },
});

/** Whether the paper lists exactly these problems. */
function lists(record: NoticeRecord, findingIds: readonly string[]): boolean {
  const listed = new Set(record.problems.map((problem) => problem.findingId));
  const meant = new Set(findingIds);
  return listed.size === meant.size && [...meant].every((id) => listed.has(id));
}
