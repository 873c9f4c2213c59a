/**
 * An answer to one checklist item. Only facts are recorded in the field; points
 * are computed from versioned rules and never typed.
 */

export const VERDICTS = ['met', 'mostly', 'unmet', 'na'] as const;
export type Verdict = (typeof VERDICTS)[number];

const NAMES: Record<Verdict, string> = {
  met: '符合',
  mostly: '基本符合',
  unmet: '不符合',
  na: '不适用',
};

export function sayVerdict(verdict: Verdict): string {
  return NAMES[verdict];
}

/** Whether cases are counted beside it: only where something was found. */
export function countsCases(verdict: Verdict): boolean {
  return verdict === 'mostly' || verdict === 'unmet';
}

/** Why an item does not apply: chosen, so that it can be counted; other reasons go in the note. */
export const NA_REASONS = [
  '该点位无此设施',
  '施工或封闭，无法查看',
  '不在观测范围',
  '其他',
] as const;

export const MAX_COUNT = 999;
export const MAX_NOTE = 500;

export interface Answer {
  readonly verdict: Verdict;
  /** Why the item does not apply; only with `na`. */
  readonly reason: string | null;
  /** 例数: how many cases were seen; null where nobody counted. */
  readonly count: number | null;
  readonly note: string;
  /** Corrected time of the tap (ms): the later tap wins where two devices answered. */
  readonly at: number;
}

export interface Tally {
  readonly answered: number;
  readonly total: number;
  readonly by: Readonly<Record<Verdict, number>>;
  /** Items without an answer, in the checklist's order. */
  readonly open: readonly string[];
}

/** Counts a checklist's answers; an answer to an item that the checklist lacks is not counted. */
export function tally(
  itemIds: readonly string[],
  answers: Readonly<Record<string, Answer>>,
): Tally {
  const by = { met: 0, mostly: 0, unmet: 0, na: 0 };
  const open: string[] = [];
  for (const id of itemIds) {
    const answer = answers[id];
    if (answer) by[answer.verdict] += 1;
    else open.push(id);
  }
  return { answered: itemIds.length - open.length, total: itemIds.length, by, open };
}
