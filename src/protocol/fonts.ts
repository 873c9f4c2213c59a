/** Fonts by content: what is in the box of a program, and what an office has brought in. */
import * as z from 'zod/mini';
import { FACES } from '../domain/face.ts';
import { FaceFonts } from './rows/notice-record.ts';
import { Sha256, text } from './rows/shared.ts';

/** As `FontMetrics` of the document's world, which says what each part is. */
export const FontMetrics = z.object({
  unitsPerEm: z.int().check(z.gte(16), z.lte(16_384)),
  ascent: z.int(),
  descent: z.int(),
  usual: z.int(),
  covers: z.record(z.string(), z.string().check(z.regex(/^(\*|[0-9a-f]{64})$/))),
  widths: z.array(z.array(z.int())),
});
export type FontMetrics = z.infer<typeof FontMetrics>;

export const BoxFont = z.object({
  sha256: Sha256,
  name: text(100),
  bytes: z.int(),
  metrics: FontMetrics,
});
export type BoxFont = z.infer<typeof BoxFont>;

/** `fonts.json` of a build: its fonts, and by face their order. */
export const FontManifest = z.object({ faces: FaceFonts, fonts: z.array(BoxFont) });
export type FontManifest = z.infer<typeof FontManifest>;

export const FONT_TYPE = 'font/ttf';
/** Bytes; the largest Chinese fonts of offices have some 30 MB. */
export const LARGEST_FONT = 40 * 1024 * 1024;

/** What goes along with an upload, in its address. */
export const FontUpload = z.object({
  face: z.enum(FACES),
  /** `yes`: 本单位已取得该字体的使用授权; nothing is taken without it. */
  licensed: z.optional(text(10)),
});
export type FontUpload = z.infer<typeof FontUpload>;

/** `first`: before the office's others; `out`: no longer in use, its bytes stay. */
export const FontPatch = z.object({ place: z.enum(['first', 'out']) });
export type FontPatch = z.infer<typeof FontPatch>;

/** Where the bytes of any font are, for whoever has signed in. */
export function fontUrl(sha256: string): string {
  return `/api/fonts/${sha256}`;
}

/** Where a `BoxFont` says what it is, whichever version of the program it came with. */
export function fontAboutUrl(sha256: string): string {
  return `${fontUrl(sha256)}/about`;
}
