import * as z from 'zod/mini';
import { CivilDay, Id, text } from './shared.ts';

export const Item = z.object({
  id: Id,
  text: text(500),
  method: text(20),
  weight: z.int(),
  bottomLine: z.boolean(),
  unitHint: text(100),
  cityCode: text(20),
});
export type Item = z.infer<typeof Item>;

/** One edition of one category's checklist: an inspection keeps the edition that it began with. */
export const ChecklistRow = z.object({
  /** `C01@1`: category and edition. */
  id: Id,
  category: Id,
  name: text(60),
  edition: z.int(),
  items: z.array(Item),
});
export type ChecklistRow = z.infer<typeof ChecklistRow>;

export const PointRow = z.object({
  /** The office's own code, e.g. YL-0101. */
  id: Id,
  name: text(200),
  category: Id,
  categoryName: text(60),
  address: text(300),
  streetId: Id,
  territoryId: Id,
  sectorId: Id,
  /** WGS84. */
  lon: z.number(),
  lat: z.number(),
  kind: z.enum(['key', 'candidate', 'unlisted']),
  /** False for a made-up sample name. */
  realName: z.boolean(),
  /** Pinyin initials of the name, lower case, computed where the point is imported. */
  initials: text(200),
});
export type PointRow = z.infer<typeof PointRow>;

export const RoundRow = z.object({
  id: Id,
  name: text(60),
  starts: CivilDay,
  ends: CivilDay,
  state: z.enum(['open', 'closed']),
  ruleSet: text(40),
});
export type RoundRow = z.infer<typeof RoundRow>;

/** 督查组 of one round: its people and the points that it walks. */
export const TeamRow = z.object({
  id: Id,
  roundId: Id,
  name: text(40),
  memberIds: z.array(Id),
  pointIds: z.array(Id),
});
export type TeamRow = z.infer<typeof TeamRow>;
