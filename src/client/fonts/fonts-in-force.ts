/** Which fonts a paper that is issued now is printed in, and what is known of each. */

import { FACES } from '../../domain/face.ts';
import { type BoxFont, FontMetrics } from '../../protocol/fonts.ts';
import { fontsInForce } from '../../protocol/notice-record.ts';
import type { FontRow } from '../../protocol/rows/index.ts';
import type { FaceFonts } from '../../protocol/rows/notice-record.ts';
import type { LocalDatabase } from '../store/database.ts';
import { boxFonts } from './box.ts';

export interface KnownFonts {
  readonly faces: FaceFonts;
  /** Of the box and the office's own, also those that are out of use: by hash. */
  readonly fonts: ReadonlyMap<string, BoxFont>;
}

export async function knownFonts(db: LocalDatabase): Promise<KnownFonts> {
  const [box, rows] = await Promise.all([boxFonts(), db.font.toArray()]);
  const fonts = new Map(
    [...rows.flatMap(ownFont), ...box.fonts].map((font) => [font.sha256, font]),
  );
  return { faces: fontsInForce(rows, box.faces), fonts };
}

/** Each once, those of the body's face first: they are the first to be of use. */
export function fontsToKeep({ faces, fonts }: KnownFonts): BoxFont[] {
  const order = [faces.fangsong, ...FACES.map((face) => faces[face])].flat();
  return [...new Set(order)].flatMap((sha256) => fonts.get(sha256) ?? []);
}

function ownFont(row: FontRow): BoxFont[] {
  const metrics = metricsIn(row.metrics);
  return metrics ? [{ sha256: row.sha256, name: row.name, bytes: row.bytes, metrics }] : [];
}

/** A row of a later version may say it otherwise; then the font is as good as not there. */
export function metricsIn(text: string): FontMetrics | null {
  try {
    return FontMetrics.parse(JSON.parse(text));
  } catch (error) {
    console.warn('看不懂字体的度量', error);
    return null;
  }
}
