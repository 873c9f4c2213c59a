/** What the office sends after a notice: 提示 → 催办 → 督办单 → 通报, and the 月度提示. */
export const URGE_LEVELS = ['remind', 'urge', 'supervise', 'bulletin'] as const;
export type UrgeLevel = (typeof URGE_LEVELS)[number];

export const LETTER_KINDS = [...URGE_LEVELS, 'monthly'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

const NAMES: Record<LetterKind, string> = {
  remind: '提示',
  urge: '催办',
  supervise: '督办单',
  bulletin: '通报',
  monthly: '月度提示',
};

export function sayLetterKind(kind: LetterKind): string {
  return NAMES[kind];
}

/** The two series that letters are numbered in. */
export type LetterSeries = 'letter' | 'monthly';

export function seriesOf(kind: LetterKind): LetterSeries {
  return kind === 'monthly' ? 'monthly' : 'letter';
}
