import { useMemo } from 'preact/hooks';
import * as z from 'zod/mini';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useReckoning } from '../../ui/use-reckoning.ts';
import { useKept } from '../findings/use-kept.ts';
import { type MonthlyDraft, type MonthlyWork, monthlyWork } from './monthly-drafts.ts';

/** What was decided at the review; it survives a reload of the page. */
const Review = z.object({
  left: z.array(z.string()),
  /** The last words of one unit's prompt, by its id; the usual ones where none stand. */
  closing: z.record(z.string(), z.string()),
});
type Review = z.infer<typeof Review>;

const NOTHING_SAID: Review = { left: [], closing: {} };

export interface Monthly extends MonthlyWork {
  readonly month: string;
  readonly now: number;
  /** Those that are to be issued. */
  readonly chosen: readonly MonthlyDraft[];
  isLeft(unitId: string): boolean;
  toggle(unitId: string): void;
  closingOf(unitId: string): string;
  say(unitId: string, words: string): void;
}

/** The month's prompts, live; undefined until read. */
export function useMonthly(month: string, letters: readonly LetterRow[]): Monthly | undefined {
  const { now, calendar, soonDays } = useReckoning(useNow());
  const findings = useLive((db) => db.finding.toArray(), []);
  const checklists = useLive((db) => db.checklist.toArray(), []);
  const [review, keep] = useKept<Review>(`xundian-monthly.${month}`, Review, NOTHING_SAID);
  const work = useMemo(
    () =>
      findings && checklists
        ? monthlyWork(month, { findings, checklists, letters }, { now, calendar, soonDays })
        : undefined,
    [month, findings, checklists, letters, now, calendar, soonDays],
  );
  if (!work) return undefined;
  const isLeft = (unitId: string) => review.left.includes(unitId);
  return {
    ...work,
    month,
    now,
    chosen: work.drafts.filter(({ unitId }) => !isLeft(unitId)),
    isLeft,
    toggle(unitId) {
      const left = isLeft(unitId)
        ? review.left.filter((each) => each !== unitId)
        : [...review.left, unitId];
      keep({ ...review, left });
    },
    closingOf: (unitId) => review.closing[unitId] ?? '',
    say: (unitId, words) => keep({ ...review, closing: { ...review.closing, [unitId]: words } }),
  };
}
