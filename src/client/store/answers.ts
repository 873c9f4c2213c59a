/**
 * Answers to a checklist. What a tap leaves alone (count and note), and what a
 * note leaves alone (the verdict), is taken from the answer that stands in the
 * same transaction: a screen may still show an older one.
 */
import { type Answer, countsCases, NA_REASONS, type Verdict } from '../../domain/answer.ts';
import type { MutationArgs } from '../../protocol/mutations/index.ts';
import type { Outcome } from '../../protocol/refusals.ts';
import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import type { Author } from './author.ts';
import { mutate } from './mutate.ts';

export type NaReason = MutationArgs['inspection.answer']['reason'];

/** 例数 and 备注 beside a verdict. */
export type Remark = Pick<Answer, 'count' | 'note'>;

/** Which item of which inspection is answered, and how the deed is called. */
export interface AnswerPlace {
  readonly inspectionId: string;
  readonly itemId: string;
  readonly title: string;
}

/**
 * Gives an answer, or with null takes it back, note and all.
 * @param remark what was typed beside it and is not saved yet; null leaves what stands
 */
export async function answerItem(
  author: Author,
  { inspectionId, itemId, title }: AnswerPlace,
  said: { readonly verdict: Verdict | null; readonly reason: NaReason },
  remark: Remark | null,
): Promise<Outcome> {
  return mutate(author, {
    name: 'inspection.answer',
    id: inspectionId,
    title,
    args: (_moment, _stores, row) => ({
      id: inspectionId,
      itemId,
      ...said,
      ...beside(said.verdict, remark ?? standing(row, itemId)),
    }),
  });
}

/** Writes count and note beside the verdict that stands; null where none stands, and nothing is done. */
export async function remarkOnItem(
  author: Author,
  { inspectionId, itemId, title }: AnswerPlace,
  remark: Remark,
): Promise<Outcome | null> {
  let answered = false;
  const outcome = await mutate(author, {
    name: 'inspection.answer',
    id: inspectionId,
    title,
    args(_moment, _stores, row) {
      const answer = standing(row, itemId);
      answered = answer !== undefined;
      if (!answer) return null;
      const { verdict } = answer;
      const reason = NA_REASONS.find((known) => known === answer.reason) ?? null;
      return { id: inspectionId, itemId, verdict, reason, ...beside(verdict, remark) };
    },
  });
  return answered ? outcome : null;
}

function standing(row: RowOf[TableName] | undefined, itemId: string): Answer | undefined {
  return row && 'answers' in row ? row.answers[itemId] : undefined;
}

function beside(verdict: Verdict | null, remark: Remark | undefined): Remark {
  return {
    count: verdict !== null && countsCases(verdict) ? (remark?.count ?? null) : null,
    note: verdict === null ? '' : (remark?.note ?? ''),
  };
}
