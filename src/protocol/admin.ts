/** The administrator's online edits: not synced deeds, but requests with an answer. */
import * as z from 'zod/mini';
import { NUMBERINGS } from '../domain/lease-lapse.ts';
import { ROLES } from '../domain/role.ts';
import { AccountName, Password } from './credentials.ts';
import { RoundRow, TeamRow } from './rows/city.ts';
import { PaperFormat } from './rows/notice-record.ts';
import { OfficeRow } from './rows/office.ts';
import { CivilDay, Id, sentence, text } from './rows/shared.ts';

export const AccountSummary = z.object({
  id: Id,
  account: text(60),
  name: text(60),
  role: z.enum(ROLES),
  unitId: z.nullable(Id),
  disabled: z.boolean(),
  /** A sample account: its password is printed on the server's console. */
  sample: z.boolean(),
});
export type AccountSummary = z.infer<typeof AccountSummary>;

export const AccountList = z.object({ accounts: z.array(AccountSummary) });

export const AccountCreate = z.object({
  account: AccountName,
  name: sentence(60),
  role: z.enum(ROLES),
  /** Needed by the role `unit`, and by no other. */
  unitId: z.nullable(Id),
  password: Password,
});
export type AccountCreate = z.infer<typeof AccountCreate>;

export const AccountPatch = z.object({
  name: z.optional(sentence(60)),
  role: z.optional(z.enum(ROLES)),
  unitId: z.optional(z.nullable(Id)),
  disabled: z.optional(z.boolean()),
  password: z.optional(Password),
});
export type AccountPatch = z.infer<typeof AccountPatch>;

/** Characters of a sentence of the office's own on a notice: about seven lines of 28. */
export const PAPER_SENTENCE = 200;

/** Where a code on paper can lead: a place on the web without anything behind it; or empty. */
export const OFFICE_ADDRESS = /^(https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?)?$/;

/** More would call nearly everything 临期. */
export const MOST_SOON_DAYS = 30;

/** A 代字 has no figures and no brackets in it, or its numbers could not be read back. */
export const LETTER_AGENCY = /^[^\d\s〔〕[\]()（）【】]*$/;
const Agency = text(20).check(z.trim(), z.regex(LETTER_AGENCY));

export const OfficePatch = z.object({
  name: z.optional(sentence(60)),
  agency: z.optional(sentence(20)),
  contact: z.optional(text(40)),
  phone: z.optional(text(40)),
  closeHour: z.optional(z.int().check(z.gte(1), z.lte(23))),
  tileUrl: z.optional(z.nullable(text(500))),
  tileAttribution: z.optional(text(200)),
  numbering: z.optional(z.enum(NUMBERINGS)),
  /** 代字 of 提示, 催办, 督办单 and 通报, and of 月度提示; empty where they bear no number. */
  letterAgency: z.optional(Agency),
  monthlyAgency: z.optional(Agency),
  /** 临期: so many working days before the deadline. */
  soonDays: z.optional(z.int().check(z.gte(1), z.lte(MOST_SOON_DAYS))),
  paperFormat: z.optional(PaperFormat),
  basis: z.optional(sentence(PAPER_SENTENCE)),
  demand: z.optional(sentence(PAPER_SENTENCE)),
  feedback: z.optional(sentence(PAPER_SENTENCE)),
  /** Empty for none. */
  address: z.optional(text(200).check(z.regex(OFFICE_ADDRESS))),
});
export type OfficePatch = z.infer<typeof OfficePatch>;

export const OfficeAnswer = z.object({ office: OfficeRow });

export const MAX_TEAMS = 50;

export const RoundOpen = z.object({
  name: sentence(60),
  starts: CivilDay,
  ends: CivilDay,
  kind: z.literal('key'),
  teams: z
    .array(z.object({ name: sentence(40), memberIds: z.array(Id).check(z.maxLength(200)) }))
    .check(z.minLength(1), z.maxLength(MAX_TEAMS)),
});
export type RoundOpen = z.infer<typeof RoundOpen>;

/** A round that has ended is not opened again. */
export const RoundPatch = z.object({ state: z.literal('closed') });
export type RoundPatch = z.infer<typeof RoundPatch>;

export const TeamPatch = z.object({
  name: z.optional(sentence(40)),
  /** All of them; who was in another group of the round leaves that one. */
  memberIds: z.optional(z.array(Id).check(z.maxLength(200))),
});
export type TeamPatch = z.infer<typeof TeamPatch>;

export const RoundAnswer = z.object({ round: RoundRow, teams: z.array(TeamRow) });
export type RoundAnswer = z.infer<typeof RoundAnswer>;
export const RoundList = z.object({ rounds: z.array(RoundAnswer) });

/** What an import did, in rows. */
export const ImportReport = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
});
export type ImportReport = z.infer<typeof ImportReport>;
