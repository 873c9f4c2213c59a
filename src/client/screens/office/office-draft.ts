/** The office's settings as they are typed. */
import { OFFICE_ADDRESS, type OfficePatch } from '../../../protocol/admin.ts';
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
  return { ...office, closeHour: String(office.closeHour), tileUrl: office.tileUrl ?? '' };
}

export function errorsIn(draft: OfficeDraft): DraftErrors {
  const hour = Number(draft.closeHour);
  const empty = (text: string) => (text.trim() === '' ? '要填一句话，通知书里不能空着。' : null);
  const found = {
    closeHour: Number.isInteger(hour) && hour >= 1 && hour <= 23 ? null : '填 1 到 23 的整数。',
    basis: empty(draft.basis),
    demand: empty(draft.demand),
    feedback: empty(draft.feedback),
    address: OFFICE_ADDRESS.test(draft.address.trim())
      ? null
      : '要以 http:// 或 https:// 开头，不带 ? 和 #。',
  };
  return Object.fromEntries(Object.entries(found).filter(([, error]) => error !== null));
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
    paperFormat: draft.paperFormat,
    basis: draft.basis.trim(),
    demand: draft.demand.trim(),
    feedback: draft.feedback.trim(),
    address: draft.address.trim().replace(/\/+$/, ''),
  };
}
