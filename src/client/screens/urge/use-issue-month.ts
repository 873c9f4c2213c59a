import { useState } from 'preact/hooks';
import { sayMonth } from '../../../domain/urge.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { makeId } from '../../devices/uuid.ts';
import { issueLetter } from '../../store/issue-letter.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { toast } from '../../ui/toast.tsx';
import { useUnitsById } from '../../ui/use-city.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { Monthly } from './use-monthly.ts';

export interface IssuingMonth {
  readonly done: number;
  /** 0 while nothing is being issued. */
  readonly of: number;
  readonly refused: readonly { readonly unitName: string; readonly why: string }[];
  issue(): Promise<void>;
}

const IDLE = { done: 0, of: 0, refused: [] };

/** One after the other, each a deed of its own: what is refused holds up no other. */
export function useIssueMonth({ chosen, month, closingOf }: Monthly): IssuingMonth {
  const { author } = useWorkplace();
  const units = useUnitsById();
  const [state, setState] = useState<Omit<IssuingMonth, 'issue'>>(IDLE);
  async function issue(): Promise<void> {
    const refused: { unitName: string; why: string }[] = [];
    const of = chosen.length;
    setState({ done: 0, of, refused });
    for (const [nth, { unitId, findingIds, frequent }] of chosen.entries()) {
      const unitName = units.get(unitId)?.shortName ?? unitId;
      try {
        const outcome = await issueLetter(
          author,
          {
            id: makeId(),
            kind: 'monthly',
            unitId,
            month,
            findingIds: [...findingIds],
            dueAt: null,
            closing: closingOf(unitId),
            frequent: [...frequent],
          },
          `签发${sayMonth(month)}月度提示：${unitName}`,
        );
        if (!outcome.ok)
          refused.push({ unitName, why: sayRefusal(outcome.reason, outcome.detail) });
      } catch (error) {
        console.error('月度提示没有存上', error);
        refused.push({ unitName, why: StorageTrouble.of(error).message });
      }
      setState({ done: nth + 1, of, refused: [...refused] });
    }
    setState({ done: 0, of: 0, refused });
    toast(`已签发 ${of - refused.length} 份${sayMonth(month)}月度提示`);
  }
  return { ...state, issue };
}
