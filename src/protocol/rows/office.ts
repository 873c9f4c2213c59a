import * as z from 'zod/mini';
import { NUMBERINGS } from '../../domain/lease-lapse.ts';
import { PaperFormat } from './notice-record.ts';
import { Id, text } from './shared.ts';

/** The office's settings; one row, whose id is the office's. */
export const OfficeRow = z.object({
  id: Id,
  name: text(60),
  /** 机关代字, e.g. 榆文明督. */
  agency: text(20),
  contact: text(40),
  phone: text(40),
  /** The closing hour that a deadline ends at. */
  closeHour: z.int(),
  /** Base map tiles, `https://…/{z}/{x}/{y}`; null for none. */
  tileUrl: z.nullable(text(500)),
  tileAttribution: text(200),
  numbering: z.enum(NUMBERINGS),
  /** 代字 of 提示, 催办, 督办单 and 通报, and of 月度提示; empty where they bear no number. */
  letterAgency: text(20),
  monthlyAgency: text(20),
  /** 临期: so many working days before the deadline. */
  soonDays: z.int(),
  paperFormat: PaperFormat,
  /** 依据, and the closing sentences of 整改要求 and 反馈要求 on a notice. */
  basis: text(300),
  demand: text(300),
  feedback: text(300),
  /** Where anyone reaches the verify page, e.g. https://example.org; empty for where the tablet itself reaches the office. */
  address: text(200),
  /** The key that certifies the devices' keys, SPKI in base64url; empty until the office has one. */
  publicKey: text(400),
  /** True while the sample city is loaded: every screen then says 示例数据. */
  sample: z.boolean(),
});
export type OfficeRow = z.infer<typeof OfficeRow>;

/** One year's days off and make-up working days, as published. */
export const CalendarRow = z.object({
  /** The year, as text. */
  id: Id,
  holidays: z.array(z.string()),
  workdays: z.array(z.string()),
});
export type CalendarRow = z.infer<typeof CalendarRow>;

export const UnitRow = z.object({
  id: Id,
  name: text(200),
  shortName: text(60),
  kind: z.enum(['lead', 'office', 'sector', 'territory', 'street', 'county']),
  duties: text(500),
});
export type UnitRow = z.infer<typeof UnitRow>;
