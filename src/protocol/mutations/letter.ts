/** 提示, 催办, 督办单, 通报 and 月度提示: each is on record with every problem that it names. */
import * as z from 'zod/mini';
import { civilDateOf, yearOf } from '../../domain/civil.ts';
import { owesAnswer } from '../../domain/finding-life.ts';
import { isOverdue } from '../../domain/lateness.ts';
import { LETTER_KINDS, sayLetterKind, seriesOf } from '../../domain/letter.ts';
import { sayNumber } from '../../domain/notice-number.ts';
import { monthOf, saysOverdue } from '../../domain/urge.ts';
import { DONE, refuse } from '../refusals.ts';
import type { FindingRow, LetterRow } from '../rows/index.ts';
import { LetterRecord, MAX_LETTER_PROBLEMS } from '../rows/letter.ts';
import { Id, Instant, sentence, Uuid } from '../rows/shared.ts';
import type { Tx } from '../tx.ts';
import { writeEvent } from './history.ts';
import { mutation } from './mutation.ts';
import { stateChanged } from './state-changed.ts';

export const issueLetter = mutation({
  args: z.object({
    id: Uuid,
    kind: z.enum(LETTER_KINDS),
    unitId: Id,
    /** `2026-11` for a 月度提示, else empty. */
    month: z.string().check(z.regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/)),
    findingIds: z.array(Uuid).check(z.maxLength(MAX_LETTER_PROBLEMS)),
    /** The last term that it sets; null for none. */
    dueAt: z.nullable(Instant),
    record: LetterRecord,
  }),
  async run(tx, args, context) {
    const { kind, month, record, dueAt } = args;
    const monthly = kind === 'monthly';
    if (await tx.get('letter', args.id)) return refuse('letter-exists');
    const unit = await tx.get('unit', args.unitId);
    if (!unit) return refuse('unit-missing');
    if (monthly === (month === '')) return refuse('malformed', 'month');
    if (monthly && month > monthOf(civilDateOf(context.at))) return refuse('malformed', 'month');
    if (!agrees(record, args)) return refuse('malformed', 'record');
    // What says overdue sets a term; what only reminds sets none.
    if (saysOverdue(kind) === (dueAt === null)) return refuse('malformed', 'dueAt');
    if (args.findingIds.length === 0 && !(monthly && record.frequent.length > 0)) {
      return refuse('letter-empty');
    }
    if (monthly && (await issuedFor(tx, args.unitId, month))) {
      return refuse('letter-month', `${unit.name}，${month}`);
    }
    if (dueAt !== null && dueAt <= context.at) return refuse('deadline-passed');
    const findings: FindingRow[] = [];
    for (const id of new Set(args.findingIds)) {
      const finding = await tx.get('finding', id);
      if (!finding) return refuse('finding-missing');
      if (finding.unitId !== args.unitId) return refuse('finding-other-unit', finding.text);
      if (!monthly && !owesAnswer(finding.state)) return stateChanged(tx, finding);
      // Its paper says so, and an extension may have been granted meanwhile.
      if (saysOverdue(kind) && !isOverdue(finding, context.at)) {
        return refuse('letter-early', finding.text);
      }
      findings.push(finding);
    }
    if (kind === 'supervise' && new Set(findings.map(({ noticeId }) => noticeId)).size > 1) {
      return refuse('letter-notices');
    }
    const year = yearOf(civilDateOf(record.issuedAt));
    const number = await context.numbers.draw(args.id, year, seriesOf(kind));
    await tx.put('letter', {
      id: args.id,
      kind,
      unitId: args.unitId,
      unitName: record.unitName,
      month,
      findingIds: findings.map(({ id }) => id),
      number,
      dueAt,
      issuedAt: context.at,
      by: context.actor.accountId,
      byName: context.actor.name,
      state: 'issued',
      voidReason: '',
      voidedAt: null,
      record,
    });
    const detail = `${sayLetterKind(kind)}${number ? ` ${sayNumber(number)}` : ''}`;
    for (const finding of findings) {
      if (!monthly) {
        const urge = { level: kind, letterId: args.id, at: context.at, dueAt };
        await tx.put('finding', { ...finding, urge, changedAt: context.at });
      }
      const { id: subjectId, unitId } = finding;
      await writeEvent(tx, context, {
        subject: 'finding',
        subjectId,
        unitId,
        kind: 'urged',
        detail,
      });
    }
    return DONE;
  },
});

/** Its number stays in the register; a problem is as urgent as the letter before it has made it. */
export const voidLetter = mutation({
  args: z.object({ id: Uuid, reason: sentence(500) }),
  async run(tx, args, context) {
    const letter = await tx.get('letter', args.id);
    if (!letter) return refuse('letter-missing');
    if (letter.state === 'voided') return refuse('letter-voided');
    if (letter.number) await context.numbers.markVoided(letter.number, args.reason);
    await tx.put('letter', {
      ...letter,
      state: 'voided',
      voidReason: args.reason,
      voidedAt: context.at,
    });
    const before = await tx.list('letter', 'unitId', letter.unitId);
    for (const id of letter.findingIds) {
      const finding = await tx.get('finding', id);
      if (!finding) continue;
      if (finding.urge?.letterId === letter.id) {
        const urge = urgeBefore(before, letter, finding);
        await tx.put('finding', { ...finding, urge, changedAt: context.at });
      }
      await writeEvent(tx, context, {
        subject: 'finding',
        subjectId: id,
        unitId: letter.unitId,
        kind: 'letter-voided',
        detail: `${sayLetterKind(letter.kind)}作废：${args.reason}`,
      });
    }
    return DONE;
  },
});

/** What was last sent about it since the unit's last answer, but for the letter that is voided. */
function urgeBefore(
  letters: readonly LetterRow[],
  voided: LetterRow,
  finding: FindingRow,
): FindingRow['urge'] {
  const last = letters
    .filter((one) => one.id !== voided.id && one.state === 'issued' && one.kind !== 'monthly')
    .filter((one) => one.findingIds.includes(finding.id))
    .filter((one) => one.issuedAt > (finding.repliedAt ?? 0))
    .sort((a, b) => b.issuedAt - a.issuedAt)[0];
  if (!last || last.kind === 'monthly') return null;
  return { level: last.kind, letterId: last.id, at: last.issuedAt, dueAt: last.dueAt };
}

interface LetterArgs {
  readonly findingIds: readonly string[];
  readonly dueAt: number | null;
  readonly month: string;
}

async function issuedFor(tx: Tx, unitId: string, month: string): Promise<boolean> {
  const letters = await tx.list('letter', 'unitId', unitId);
  return letters.some(
    (one) => one.kind === 'monthly' && one.month === month && one.state === 'issued',
  );
}

/** Whether the paper says what the deed does: exactly these problems, this term, this month. */
function agrees(record: LetterRecord, { findingIds, dueAt, month }: LetterArgs): boolean {
  const named = new Set(record.problems.map(({ findingId }) => findingId));
  const meant = new Set(findingIds);
  const problems = named.size === meant.size && [...meant].every((id) => named.has(id));
  return problems && record.dueAt === dueAt && record.month === month;
}
