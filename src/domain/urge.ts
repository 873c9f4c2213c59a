/**
 * 提示 → 催办 → 督办单 → 通报: what would be sent next about a problem. A suggestion and
 * never more: nothing is sent by itself, and a person may choose otherwise.
 */
import type { CivilDate } from './civil.ts';
import { type Due, latenessOf, type Reckoning } from './lateness.ts';
import { LETTER_KINDS, type LetterKind, type UrgeLevel } from './letter.ts';

/** 临期, 超期, 二次超期. */
export const URGE_STANDINGS = ['soon', 'overdue', 'twice'] as const;
export type UrgeStanding = (typeof URGE_STANDINGS)[number];

const STANDING_NAMES: Record<UrgeStanding, string> = {
  soon: '临期',
  overdue: '超期',
  twice: '二次超期',
};

export function sayUrgeStanding(standing: UrgeStanding): string {
  return STANDING_NAMES[standing];
}

/** What was last sent about it since the unit's last answer. */
export interface Sent {
  readonly level: UrgeLevel;
  /** The term that it set; null for none. */
  readonly dueAt: number | null;
}

export type Urged = Due & {
  readonly urge?: Sent | null | undefined;
  /** A 延期 that is asked for and not decided. */
  readonly extensionId?: string | null | undefined;
};

/** In which of the three lists it stands; null for none. */
export function urgeStandingOf(problem: Urged, reckoning: Reckoning): UrgeStanding | null {
  const lateness = latenessOf(problem, reckoning);
  if (lateness.kind === 'none') return null;
  if (lateness.kind === 'soon') return 'soon';
  return lateness.twice ? 'twice' : 'overdue';
}

type Ladder = Readonly<Record<UrgeLevel | 'none', UrgeLevel | null>>;

/** Null: wait, since the term of what was sent still runs, or nothing is left to be sent. */
export const NEXT_STEP: Readonly<Record<UrgeStanding, Ladder>> = {
  soon: { none: 'remind', remind: null, urge: null, supervise: null, bulletin: null },
  overdue: { none: 'urge', remind: 'urge', urge: null, supervise: null, bulletin: null },
  twice: {
    none: 'urge',
    remind: 'urge',
    urge: 'supervise',
    supervise: 'bulletin',
    bulletin: null,
  },
};

/** The next step that is suggested; null for none. Who has asked for a 延期 is answered first. */
export function nextStepOf(problem: Urged, reckoning: Reckoning): UrgeLevel | null {
  if (problem.extensionId) return null;
  const standing = urgeStandingOf(problem, reckoning);
  return standing === null ? null : NEXT_STEP[standing][levelOf(problem)];
}

/** Where a later deadline (an extension) has taken the place of a letter's term, one begins anew. */
function levelOf({ urge, dueAt }: Urged): UrgeLevel | 'none' {
  if (!urge) return 'none';
  const replaced = urge.dueAt !== null && dueAt !== null && urge.dueAt < dueAt;
  return replaced ? 'none' : urge.level;
}

/** Those that say a problem is overdue: true only of one that is. They set a term. */
const OVERDUE_KINDS: readonly LetterKind[] = ['urge', 'supervise', 'bulletin'];

export function saysOverdue(kind: LetterKind): boolean {
  return OVERDUE_KINDS.includes(kind);
}

/** What may be sent about a problem that stands so. */
export function kindsFor(standing: UrgeStanding): readonly UrgeLevel[] {
  return standing === 'soon' ? ['remind'] : ['urge', 'supervise', 'bulletin'];
}

export function isLetterKind(text: string | undefined): text is LetterKind {
  return LETTER_KINDS.some((kind) => kind === text);
}

/** The title of its paper, as another paper and the register call it. */
const PAPER_NAMES: Record<LetterKind, string> = {
  remind: '提示函',
  urge: '催办函',
  supervise: '督办通知',
  bulletin: '通报',
  monthly: '月度提示函',
};

export function sayLetterPaper(kind: LetterKind): string {
  return PAPER_NAMES[kind];
}

/** `2026-11` of a date. */
export function monthOf(date: CivilDate): string {
  return date.slice(0, 7);
}

/** `2026年11月`. */
export function sayMonth(month: string): string {
  const [year, nth] = month.split('-').map(Number);
  return `${year}年${nth}月`;
}
