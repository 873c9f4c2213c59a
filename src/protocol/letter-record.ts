/**
 * Makes the record that a letter is printed from out of the rows as they stand when it
 * is issued. Nothing is in it that the rows don't say.
 */
import { owesAnswer } from '../domain/finding-life.ts';
import type { LetterKind } from '../domain/letter.ts';
import { itemTextOf } from './item-text.ts';
import { fontsInForce } from './notice-record.ts';
import type { FindingRow, LetterProblem, LetterRecord, OfficeRow } from './rows/index.ts';
import type { FaceFonts } from './rows/notice-record.ts';
import type { Tx } from './tx.ts';

type Source = Pick<Tx, 'get' | 'list' | 'all'>;

/** What is decided of a letter before its paper is made. */
export interface LetterChoice {
  readonly kind: LetterKind;
  readonly edition: number;
  /** Of the box; the office's own go before them. */
  readonly fonts: FaceFonts;
  readonly office: OfficeRow;
  readonly unit: { readonly id: string; readonly name: string };
  /** `2026-11` for a 月度提示, else empty. */
  readonly month: string;
  readonly findingIds: readonly string[];
  readonly issuedAt: number;
  readonly dueAt: number | null;
  /** The office's own words; empty for the usual ones. */
  readonly closing: string;
  readonly frequent: LetterRecord['frequent'];
}

export async function recordLetter(tx: Source, choice: LetterChoice): Promise<LetterRecord> {
  const { office, kind, unit, month, issuedAt, dueAt } = choice;
  const ids = [...new Set(choice.findingIds)];
  const found = await Promise.all(ids.map((id) => tx.get('finding', id)));
  const findings = found.flatMap((finding) => finding ?? []);
  const former = kind === 'bulletin' ? await formerOf(tx, unit.id, findings) : [];
  return {
    edition: choice.edition,
    format: office.paperFormat,
    fonts: fontsInForce(await tx.all('font'), choice.fonts),
    officeName: office.name,
    contact: office.contact,
    phone: office.phone,
    basis: office.basis,
    demand: choice.closing.trim(),
    feedback: office.feedback,
    address: office.address,
    unitName: unit.name,
    issuedAt,
    dueAt,
    month,
    problems: await Promise.all(findings.map((finding) => problemOf(tx, finding, issuedAt))),
    frequent: [...choice.frequent],
    ...(former.length > 0 ? { former } : {}),
  };
}

async function problemOf(
  tx: Source,
  finding: FindingRow,
  issuedAt: number,
): Promise<LetterProblem> {
  const notice = finding.noticeId === null ? undefined : await tx.get('notice', finding.noticeId);
  return {
    findingId: finding.id,
    pointId: finding.pointId,
    pointName: finding.pointName,
    text: finding.text,
    count: finding.count,
    itemText: await itemTextOf(tx, finding),
    recordedAt: finding.recordedAt,
    // A letter shows no photos: they are with the notice.
    photos: [],
    noticeNumber: notice?.number ?? null,
    noticeIssuedAt: notice?.issuedAt ?? null,
    dueAt: finding.dueAt ?? issuedAt,
    section: sectionOf(finding, issuedAt),
  };
}

/** Past due goes before sent back, since it is the harder word. */
export function sectionOf(
  { state, dueAt }: Pick<FindingRow, 'state' | 'dueAt'>,
  now: number,
): LetterProblem['section'] {
  if (dueAt !== null && owesAnswer(state) && now > dueAt) return 'overdue';
  return state === 'returned' ? 'returned' : 'soon';
}

const MOST_FORMER = 12;

/** What was sent before about any of these problems and still stands, in order. */
async function formerOf(tx: Source, unitId: string, findings: readonly FindingRow[]) {
  const ids = new Set(findings.map(({ id }) => id));
  const letters = await tx.list('letter', 'unitId', unitId);
  return letters
    .filter(({ kind, state }) => kind !== 'monthly' && state === 'issued')
    .filter(({ findingIds }) => findingIds.some((id) => ids.has(id)))
    .sort((a, b) => a.issuedAt - b.issuedAt || (a.id < b.id ? -1 : 1))
    .slice(-MOST_FORMER)
    .map(({ kind, number, issuedAt }) => ({ kind, number, issuedAt }));
}
