/**
 * What was chosen for a notice that is not issued yet; it survives a reload and
 * the camera taking the memory. Kept by person, dropped once issued.
 */
import * as z from 'zod/mini';
import type { DeadlineChoice } from '../../../domain/deadline.ts';
import { DeadlineChoice as DeadlineSchema } from '../../../protocol/rows/shared.ts';

const Choice = z.object({
  /** `round/unit`. */
  group: z.nullable(z.string()),
  /** Problems that were unticked; new ones are ticked of themselves. */
  left: z.array(z.string()),
  /** For that group; null follows the problems' own deadlines. */
  deadline: z.nullable(DeadlineSchema),
  /** Place of the refused notice that this one stands for. */
  redoes: z.nullish(z.int()),
  /** The voided notice in whose place this one stands. */
  replaces: z.nullish(z.string()),
});

export interface IssueChoice {
  readonly group: string | null;
  readonly left: readonly string[];
  readonly deadline: DeadlineChoice | null;
  readonly redoes?: number | null | undefined;
  readonly replaces?: string | null | undefined;
}

export const NOTHING_CHOSEN: IssueChoice = { group: null, left: [], deadline: null, redoes: null };

function keyOf(accountId: string): string {
  return `xundian-issue.${accountId}`;
}

export function recallChoice(accountId: string): IssueChoice {
  const stored = localStorage.getItem(keyOf(accountId));
  if (stored === null) return NOTHING_CHOSEN;
  try {
    const parsed = Choice.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : NOTHING_CHOSEN;
  } catch {
    // Something else was written there; it is only a convenience.
    return NOTHING_CHOSEN;
  }
}

export function keepChoice(accountId: string, choice: IssueChoice): void {
  localStorage.setItem(keyOf(accountId), JSON.stringify(choice));
}

export function dropChoice(accountId: string): void {
  localStorage.removeItem(keyOf(accountId));
}
