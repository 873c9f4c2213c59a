/**
 * The fonts of one paper as they stand on this device: how wide its characters are,
 * which of its fonts the page can draw with, and which bytes are not here yet.
 */
import { type FontOfFace, faceMetrics } from '../../document/face-metrics.ts';
import { type Face, type FaceMetrics, SYSTEM_METRICS } from '../../document/metrics.ts';
import { FACES } from '../../domain/face.ts';
import type { BoxFont } from '../../protocol/fonts.ts';
import type { FaceFonts } from '../../protocol/rows/notice-record.ts';
import type { LocalDatabase } from '../store/database.ts';
import { fontAbout } from './font-about.ts';
import { loadFont } from './font-faces.ts';
import { wantFontsOfPaper } from './font-progress.ts';
import { knownFonts } from './fonts-in-force.ts';

export interface PaperFonts {
  readonly metrics: FaceMetrics;
  readonly faces: FaceFonts;
  /** What the metrics are made of, for whoever lays out elsewhere; empty where they are not known. */
  readonly byFace: Readonly<Record<Face, readonly FontOfFace[]>>;
  /** Hashes of its fonts whose bytes are not on this device. */
  readonly missing: readonly string[];
  /** False where a program without fonts printed it, or what they are is not known here. */
  readonly known: boolean;
}

/** @param record the fonts that an issued paper is printed in; null or none of them for one that takes those in force */
export async function paperFonts(db: LocalDatabase, record: FaceFonts | null): Promise<PaperFonts> {
  const known = await knownFonts(db);
  const faces = record && FACES.some((face) => record[face].length > 0) ? record : known.faces;
  const hashes = [...new Set(FACES.flatMap((face) => faces[face]))];
  const [about, there] = await Promise.all([
    Promise.all(hashes.map(async (sha256) => known.fonts.get(sha256) ?? fontAbout(sha256))),
    Promise.all(hashes.map(loadFont)),
  ]);
  const missing = hashes.filter((_sha256, nth) => !there[nth]);
  if (missing.length > 0) wantFontsOfPaper(missing);
  const whole = about.filter((font) => font !== null);
  if (whole.length < hashes.length || hashes.length === 0) {
    const byFace = fontsOf(faces, []);
    return { metrics: SYSTEM_METRICS, faces, byFace, missing, known: false };
  }
  const byFace = fontsOf(faces, whole);
  return { metrics: faceMetrics(byFace), faces, byFace, missing, known: true };
}

function fontsOf(faces: FaceFonts, fonts: readonly BoxFont[]) {
  const byHash = new Map(fonts.map((font) => [font.sha256, font]));
  const of = (face: keyof FaceFonts) => faces[face].flatMap((sha256) => byHash.get(sha256) ?? []);
  return {
    xiaobiaosong: of('xiaobiaosong'),
    fangsong: of('fangsong'),
    kaiti: of('kaiti'),
    heiti: of('heiti'),
    songti: of('songti'),
  };
}
