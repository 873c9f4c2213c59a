/** The ledger's filter as it is kept in this tab. */
import * as z from 'zod/mini';
import { LedgerFilter, NO_FILTER } from '../../../protocol/ledger.ts';
import { useKept } from './use-kept.ts';

const Filter = z.extend(LedgerFilter, { whose: z.enum(['mine', 'team', 'all']) });

export interface KeptFilter extends LedgerFilter {
  /** Whose problems: one's own, the group's, all. */
  readonly whose: 'mine' | 'team' | 'all';
}

export function useFilter(whose: KeptFilter['whose']) {
  return useKept<KeptFilter>('xundian-findings', Filter, { ...NO_FILTER, whose });
}

/** The question alone, as it is asked, saved and exported. */
export function questionOf({ whose: _whose, ...question }: KeptFilter): LedgerFilter {
  return question;
}
