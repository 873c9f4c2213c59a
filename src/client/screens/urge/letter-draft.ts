/** Which problems a letter may name, and which of them it is suggested for. Pure. */
import type { UrgeLevel } from '../../../domain/letter.ts';
import { kindsFor, saysOverdue } from '../../../domain/urge.ts';
import type { UrgeLine } from './urge-lists.ts';

/** What the address asks for. */
export interface AskedLetter {
  readonly unitId: string;
  readonly kind: UrgeLevel;
  /** The notice of a 督办通知; null for the first that there is. */
  readonly noticeId: string | null;
}

export interface LetterOfferings {
  /** What it may name. */
  readonly lines: readonly UrgeLine[];
  /** Those of them that it is suggested for. */
  readonly suggested: readonly string[];
  /** The notice that a 督办通知 is about; null of any other letter. */
  readonly noticeId: string | null;
  /** The notices to choose from, by id and number. */
  readonly notices: ReadonlyMap<string, string>;
}

export function offeringsOf(
  all: readonly UrgeLine[],
  { unitId, kind, noticeId: asked }: AskedLetter,
): LetterOfferings {
  const fitting = all.filter(
    ({ finding, standing }) => finding.unitId === unitId && kindsFor(standing).includes(kind),
  );
  const notices = new Map(
    fitting.map(({ finding, noticeName }) => [finding.noticeId ?? '', noticeName]),
  );
  const aboutOne = kind === 'supervise';
  const noticeId = aboutOne ? noticeMeant(fitting, notices, asked) : null;
  const lines = aboutOne ? fitting.filter(({ finding }) => finding.noticeId === noticeId) : fitting;
  const suggested = lines.filter(({ next }) => next === kind).map(({ finding }) => finding.id);
  return { lines, suggested, noticeId, notices };
}

function noticeMeant(
  fitting: readonly UrgeLine[],
  notices: ReadonlyMap<string, string>,
  asked: string | null,
): string | null {
  if (asked !== null && notices.has(asked)) return asked;
  const suggested = fitting.find(({ next }) => next === 'supervise') ?? fitting[0];
  return suggested?.finding.noticeId ?? null;
}

/** What else might be sent to the unit: reminders where something is due soon, and so on. */
export function kindsOffered(all: readonly UrgeLine[], unitId: string): UrgeLevel[] {
  const own = all.filter(({ finding }) => finding.unitId === unitId);
  const kinds = own.flatMap(({ standing }) => kindsFor(standing));
  return (['remind', 'urge', 'supervise', 'bulletin'] as const).filter((kind) =>
    kinds.includes(kind),
  );
}

/** Where nothing is suggested (it was chosen otherwise), all that it may name is meant. */
export function chosenOf(
  { lines, suggested }: LetterOfferings,
  left: readonly string[],
  added: readonly string[],
): UrgeLine[] {
  const meant = suggested.length > 0 ? new Set(suggested) : new Set(lines.map(idOf));
  return lines.filter((line) => {
    const id = idOf(line);
    return (meant.has(id) && !left.includes(id)) || added.includes(id);
  });
}

function idOf({ finding }: UrgeLine): string {
  return finding.id;
}

export function needsTerm(kind: UrgeLevel): boolean {
  return saysOverdue(kind);
}
