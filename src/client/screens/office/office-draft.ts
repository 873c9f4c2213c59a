/** The office's settings as they are typed. */
import {
  LETTER_AGENCY,
  MOST_SOON_DAYS,
  OFFICE_ADDRESS,
  type OfficePatch,
} from '../../../protocol/admin.ts';
import type { OfficeRow } from '../../../protocol/rows/index.ts';

export interface OfficeDraft {
  readonly name: string;
  readonly agency: string;
  readonly contact: string;
  readonly phone: string;
  readonly closeHour: string;
  readonly tileUrl: string;
  readonly tileAttribution: string;
  readonly numbering: OfficeRow['numbering'];
  readonly letterAgency: string;
  readonly monthlyAgency: string;
  readonly soonDays: string;
  readonly paperFormat: OfficeRow['paperFormat'];
  readonly basis: string;
  readonly demand: string;
  readonly feedback: string;
  readonly address: string;
}

export type DraftErrors = Partial<Record<keyof OfficeDraft, string>>;

/** What each part of the form gets. */
export interface DraftPart {
  readonly office: OfficeRow;
  readonly draft: OfficeDraft;
  readonly set: (part: Partial<OfficeDraft>) => void;
  readonly errors: DraftErrors;
}

export function draftOf(office: OfficeRow): OfficeDraft {
  return {
    ...office,
    closeHour: String(office.closeHour),
    soonDays: String(office.soonDays),
    tileUrl: office.tileUrl ?? '',
  };
}

export function errorsIn(draft: OfficeDraft): DraftErrors {
  const agency = (text: string) =>
    LETTER_AGENCY.test(text.trim()) ? null : '代字里不能有数字、空格和括号。';
  const empty = (text: string) => (text.trim() === '' ? '要填一句话，通知书里不能空着。' : null);
  const found = {
    closeHour: isWithin(draft.closeHour, 23) ? null : '填 1 到 23 的整数。',
    soonDays: isWithin(draft.soonDays, MOST_SOON_DAYS)
      ? null
      : `填 1 到 ${MOST_SOON_DAYS} 的整数。`,
    letterAgency: agency(draft.letterAgency),
    monthlyAgency: agency(draft.monthlyAgency),
    basis: empty(draft.basis),
    demand: empty(draft.demand),
    feedback: empty(draft.feedback),
    address: OFFICE_ADDRESS.test(draft.address.trim())
      ? null
      : '要以 http:// 或 https:// 开头，不带 ? 和 #。',
  };
  return Object.fromEntries(Object.entries(found).filter(([, error]) => error !== null));
}

function isWithin(text: string, most: number): boolean {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most;
}

export function patchOf(draft: OfficeDraft): OfficePatch {
  const tileUrl = draft.tileUrl.trim();
  return {
    name: draft.name.trim(),
    agency: draft.agency.trim(),
    contact: draft.contact,
    phone: draft.phone,
    closeHour: Number(draft.closeHour),
    tileUrl: tileUrl === '' ? null : tileUrl,
    tileAttribution: draft.tileAttribution,
    numbering: draft.numbering,
    letterAgency: draft.letterAgency.trim(),
    monthlyAgency: draft.monthlyAgency.trim(),
    soonDays: Number(draft.soonDays),
    paperFormat: draft.paperFormat,
    basis: draft.basis.trim(),
    demand: draft.demand.trim(),
    feedback: draft.feedback.trim(),
    address: draft.address.trim().replace(/\/+$/, ''),
  };
}
