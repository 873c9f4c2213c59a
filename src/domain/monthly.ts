/** 月度提示: what the ledger says of one unit in one month. Pure. */
import { civilDateOf } from './civil.ts';
import type { FindingState } from './finding-life.ts';
import { latenessOf, type Reckoning } from './lateness.ts';
import { monthOf, type Urged } from './urge.ts';

export interface MonthlyProblem extends Urged {
  readonly id: string;
  readonly unitId: string;
  readonly state: FindingState;
  readonly recordedAt: number;
  /** The standard that it fails, in the words of its checklist; null where recorded by hand. */
  readonly itemText: string | null;
  readonly text: string;
}

export interface MonthlyPrompt {
  readonly unitId: string;
  readonly soon: readonly string[];
  readonly overdue: readonly string[];
  readonly returned: readonly string[];
  readonly frequent: readonly { readonly text: string; readonly count: number }[];
}

/** Found so often in a month it is said. */
const OFTEN = 2;
const MOST_FREQUENT = 5;
const MOST_LETTERS = 400;

/**
 * One prompt for each unit of which there is something to say, those with the most to put
 * right first. What is late is late now; what was found often was found in that month.
 */
export function monthlyPrompts(
  problems: readonly MonthlyProblem[],
  month: string,
  reckoning: Reckoning,
): MonthlyPrompt[] {
  const byUnit = new Map<string, MonthlyProblem[]>();
  for (const problem of problems) {
    const own = byUnit.get(problem.unitId);
    if (own) own.push(problem);
    else byUnit.set(problem.unitId, [problem]);
  }
  return [...byUnit]
    .map(([unitId, own]) => promptOf(unitId, own, month, reckoning))
    .filter((prompt) => weightOf(prompt) > 0 || prompt.frequent.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.unitId < b.unitId ? -1 : 1));
}

function weightOf({ soon, overdue, returned }: MonthlyPrompt): number {
  return soon.length + overdue.length + returned.length;
}

function promptOf(
  unitId: string,
  problems: readonly MonthlyProblem[],
  month: string,
  reckoning: Reckoning,
): MonthlyPrompt {
  const soon: string[] = [];
  const overdue: string[] = [];
  const returned: string[] = [];
  for (const problem of [...problems].sort(byDeadline)) {
    const { kind } = latenessOf(problem, reckoning);
    if (kind === 'overdue') overdue.push(problem.id);
    else if (problem.state === 'returned') returned.push(problem.id);
    else if (kind === 'soon') soon.push(problem.id);
  }
  return { unitId, soon, overdue, returned, frequent: frequentOf(problems, month) };
}

function byDeadline(a: MonthlyProblem, b: MonthlyProblem): number {
  return (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1);
}

/** A standard is quoted, since it says how a place should be and not what was found. */
function frequentOf(problems: readonly MonthlyProblem[], month: string) {
  const counts = new Map<string, number>();
  for (const { state, itemText, text, recordedAt } of problems) {
    if (state === 'voided' || monthOf(civilDateOf(recordedAt)) !== month) continue;
    const said = itemText === null ? text : `“${itemText}”不符合`;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= OFTEN)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_FREQUENT)
    .map(([text, count]) => ({ text: text.slice(0, MOST_LETTERS), count }));
}

/** The months that a prompt may be made for: this one and the last ones, the latest first. */
export function monthsUpTo(now: number, count: number): string[] {
  const [year = 0, nth = 1] = monthOf(civilDateOf(now)).split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + (nth - 1) - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
