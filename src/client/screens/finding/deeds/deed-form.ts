import { type Outcome, sayRefusal } from '../../../../protocol/refusals.ts';
import type { FindingRow } from '../../../../protocol/rows/index.ts';
import type { Asked } from './use-asked.ts';

/** What the form of every deed is given. */
export interface DeedFormProps {
  readonly finding: FindingRow;
  readonly open: boolean;
  /** The refused deed that it says again; null for a new one. */
  readonly asked: Asked | null;
  readonly onClose: () => void;
  readonly onDone: (word: string) => void;
}

/** Why a deed was not done, in words; null where it was. */
export function troubleOf(outcome: Outcome): string | null {
  return outcome.ok ? null : sayRefusal(outcome.reason, outcome.detail);
}
