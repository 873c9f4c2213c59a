/** Reads of a font what laying out needs; of no other part of it is use made. */
import { Buffer } from 'node:buffer';
import type { Font } from 'fontkit';
import { type FontMetrics, packMetrics } from '../../document/font-metrics.ts';

/** What opens a font; that throws where the bytes are no single font. */
export async function fontOpener(): Promise<(bytes: Uint8Array) => Font> {
  // A large program that is needed once in months.
  const { create } = await import('fontkit');
  return (bytes) => {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if ('fonts' in font) throw new Error('a collection, not one font');
    return font;
  };
}

export function measureFont(font: Font): FontMetrics {
  const advances = font.characterSet
    .filter((code) => font.hasGlyphForCodePoint(code))
    .map((code) => [code, font.glyphForCodePoint(code).advanceWidth] as const);
  const { unitsPerEm, ascent, descent } = font;
  return packMetrics(advances, { unitsPerEm, ascent, descent });
}

/** Both in one, for the build. */
export async function measureBytes(bytes: Uint8Array): Promise<FontMetrics> {
  const open = await fontOpener();
  return measureFont(open(bytes));
}
