import { sayRanges } from '../../../domain/register.ts';
import { type NumberEntry, sayWhereabouts } from '../../../protocol/numbers.ts';

/** A device that holds numbers unused. */
export interface Holder {
  readonly clientId: string;
  /** `督查员一 · 平板`. */
  readonly name: string;
  readonly count: number;
  /** `12–20`, an agency code before them where there are several. */
  readonly ranges: string;
}

/** Who holds what, in the order of their lowest number. */
export function holdersOf(numbers: readonly NumberEntry[]): Holder[] {
  const lent = numbers.filter((entry) => entry.state === 'leased');
  const several = new Set(lent.map((entry) => entry.agency)).size > 1;
  const byDevice = new Map<string, NumberEntry[]>();
  for (const entry of lent) {
    const own = byDevice.get(entry.holder.clientId);
    if (own) own.push(entry);
    else byDevice.set(entry.holder.clientId, [entry]);
  }
  return [...byDevice].map(([clientId, own]) => {
    const agencies = [...new Set(own.map((entry) => entry.agency))];
    const ranges = agencies.map((agency) => {
      const seqs = own.filter((entry) => entry.agency === agency).map((entry) => entry.seq);
      return `${several ? agency : ''}${sayRanges(seqs)}`;
    });
    const [first] = own;
    return {
      clientId,
      name: first ? sayWhereabouts(first) : '',
      count: own.length,
      ranges: ranges.join('，'),
    };
  });
}
