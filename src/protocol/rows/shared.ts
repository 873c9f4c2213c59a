/** Parts that several rows share. Instants are integers, ms since the epoch. */
import * as z from 'zod/mini';

export const Id = z.string().check(z.minLength(1), z.maxLength(120), z.regex(/^[\w@.:-]+$/));
export const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const Instant = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
export const CivilDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const text = (max: number) => z.string().check(z.maxLength(max));
export const sentence = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** One position fix, WGS84; `accuracy` in metres. */
export const Place = z.object({
  lon: z.number().check(z.gte(-180), z.lte(180)),
  lat: z.number().check(z.gte(-90), z.lte(90)),
  accuracy: z.number().check(z.gte(0), z.lte(1_000_000)),
  at: Instant,
});
export type Place = z.infer<typeof Place>;

export const DeadlineChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('immediate') }),
  z.object({ kind: z.literal('days'), days: z.int().check(z.gte(1), z.lte(365)) }),
  z.object({ kind: z.literal('date'), date: CivilDay }),
]);

export const NoticeNumber = z.object({
  agency: z.string().check(z.minLength(1), z.maxLength(20)),
  year: z.int().check(z.gte(2000), z.lte(2999)),
  seq: z.int().check(z.gte(1), z.lte(999_999)),
});
