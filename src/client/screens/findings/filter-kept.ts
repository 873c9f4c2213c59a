/** The ledger's filter as it is kept in this tab. */
import * as z from 'zod/mini';
import { FINDING_STATES } from '../../../domain/finding-life.ts';
import { type LedgerFilter, NO_FILTER } from './ledger.ts';
import { useKept } from './use-kept.ts';

const Filter = z.object({
  search: z.string(),
  state: z.union([z.enum(FINDING_STATES), z.enum(['active', 'overdue', 'soon', ''])]),
  unitId: z.string(),
  streetId: z.string(),
  category: z.string(),
  whose: z.enum(['mine', 'team', 'all']),
});

export interface KeptFilter extends LedgerFilter {
  /** Whose problems: one's own, the group's, all. */
  readonly whose: 'mine' | 'team' | 'all';
}

export function useFilter(whose: KeptFilter['whose']) {
  return useKept<KeptFilter>('xundian-findings', Filter, { ...NO_FILTER, whose });
}
