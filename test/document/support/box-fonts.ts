/** Real fonts for tests on real output, with metrics read from the fonts themselves. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { Face, FaceMetrics } from '../../../src/document/metrics.ts';

const require = createRequire(import.meta.url);

const FILES = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
} as const;

const OF_FACE: Record<Face, keyof typeof FILES> = {
  xiaobiaosong: 'bold',
  fangsong: 'serif',
  kaiti: 'serif',
  heiti: 'sans',
  songti: 'serif',
};

function open(file: string) {
  const bytes = readFileSync(require.resolve(file));
  const font = create(bytes);
  if (!('glyphForCodePoint' in font)) throw new Error(`${file} is a collection of fonts`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes: new Uint8Array(bytes), font, sha256 };
}

const opened = {
  serif: open(FILES.serif),
  bold: open(FILES.bold),
  sans: open(FILES.sans),
};

/** By SHA-256, as `drawPdf` takes them. */
export const BOX_FONTS: ReadonlyMap<string, Uint8Array> = new Map(
  Object.values(opened).map(({ sha256, bytes }) => [sha256, bytes]),
);

const advances = new Map<string, number>();

export const BOX_METRICS: FaceMetrics = {
  advance(face, codePoint) {
    const key = `${OF_FACE[face]}${codePoint}`;
    const known = advances.get(key);
    if (known !== undefined) return known;
    const { font } = opened[OF_FACE[face]];
    const has = font.hasGlyphForCodePoint(codePoint);
    const width = has ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm : 1;
    advances.set(key, width);
    return width;
  },
  fontOf(face, codePoint) {
    const { font, sha256 } = opened[OF_FACE[face]];
    return font.hasGlyphForCodePoint(codePoint) ? sha256 : null;
  },
};
