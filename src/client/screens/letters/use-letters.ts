import { useMemo } from 'preact/hooks';
import { sayNumber } from '../../../domain/notice-number.ts';
import { sayLetterPaper, sayMonth } from '../../../domain/urge.ts';
import type { LetterRow } from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';

/** All letters in sight of this person, newest first; undefined until read. */
export function useLetters(): readonly LetterRow[] | undefined {
  const letters = useLive((db) => db.letter.toArray(), []);
  return useMemo(
    () => letters && [...letters].sort((a, b) => b.issuedAt - a.issuedAt || (a.id < b.id ? 1 : -1)),
    [letters],
  );
}

/** `2026年11月月度提示函`, `催办函`. */
export function sayLetterTitle({ kind, month }: Pick<LetterRow, 'kind' | 'month'>): string {
  return `${month === '' ? '' : sayMonth(month)}${sayLetterPaper(kind)}`;
}

/** `榆文明办〔2026〕3号`; what it is where it bears no number. */
export function sayLetterName(letter: Pick<LetterRow, 'kind' | 'month' | 'number'>): string {
  return letter.number ? sayNumber(letter.number) : sayLetterTitle(letter);
}

export interface LetterFilter {
  readonly search: string;
  readonly kind: string;
}

export const NO_LETTER_FILTER: LetterFilter = { search: '', kind: '' };

export function filterLetters(letters: readonly LetterRow[], filter: LetterFilter): LetterRow[] {
  const words = filter.search.split(/\s+/).filter(Boolean);
  return letters.filter((letter) => {
    if (filter.kind !== '' && letter.kind !== filter.kind) return false;
    const text = `${sayLetterName(letter)} ${sayLetterTitle(letter)} ${letter.unitName}`;
    return words.every((word) => text.includes(word));
  });
}
