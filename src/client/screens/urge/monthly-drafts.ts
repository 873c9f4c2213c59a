/** The prompts of one month as they are reviewed: whom each is for, what it says, and which are left out. Pure. */

import type { Reckoning } from '../../../domain/lateness.ts';
import type { LetterKind } from '../../../domain/letter.ts';
import { type MonthlyPrompt, monthlyPrompts } from '../../../domain/monthly.ts';
import type { ChecklistRow, FindingRow, LetterRow } from '../../../protocol/rows/index.ts';

export interface MonthlyDraft extends MonthlyPrompt {
  /** In the order in which its paper names them. */
  readonly findingIds: readonly string[];
}

export interface MonthlyWork {
  /** Units that have not had this month's prompt, and what theirs would say. */
  readonly drafts: readonly MonthlyDraft[];
  /** Those that were issued and still stand. */
  readonly issued: readonly LetterRow[];
}

export function monthlyWork(
  month: string,
  rows: {
    readonly findings: readonly FindingRow[];
    readonly checklists: readonly ChecklistRow[];
    readonly letters: readonly LetterRow[];
  },
  reckoning: Reckoning,
): MonthlyWork {
  const issued = rows.letters.filter((letter) => isStanding(letter, month));
  const done = new Set(issued.map(({ unitId }) => unitId));
  const itemTexts = textsOf(rows.checklists);
  const problems = rows.findings.map((finding) => ({
    ...finding,
    itemText: itemTexts.get(finding.itemId ?? '') ?? null,
  }));
  const drafts = monthlyPrompts(problems, month, reckoning)
    .filter(({ unitId }) => !done.has(unitId))
    .map((prompt) => ({
      ...prompt,
      findingIds: [...prompt.soon, ...prompt.overdue, ...prompt.returned],
    }));
  return { drafts, issued };
}

function isStanding(
  letter: { readonly kind: LetterKind; readonly month: string; readonly state: string },
  month: string,
): boolean {
  return letter.kind === 'monthly' && letter.month === month && letter.state === 'issued';
}

/** By item, in the words of the latest edition that has it. */
function textsOf(checklists: readonly ChecklistRow[]): Map<string, string> {
  const inOrder = [...checklists].sort((a, b) => a.edition - b.edition);
  return new Map(inOrder.flatMap(({ items }) => items.map(({ id, text }) => [id, text])));
}

/** `临期 2 · 超期 1 · 多次出现 1 项`. */
export function sayPrompt({ soon, overdue, returned, frequent }: MonthlyPrompt): string {
  return [
    soon.length > 0 ? `临期 ${soon.length}` : '',
    overdue.length > 0 ? `超期 ${overdue.length}` : '',
    returned.length > 0 ? `退回 ${returned.length}` : '',
    frequent.length > 0 ? `多次出现 ${frequent.length} 项` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
