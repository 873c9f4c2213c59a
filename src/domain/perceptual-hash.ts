/**
 * A fingerprint of what a picture shows, in 64 bits: it stays nearly the same where
 * the picture is made smaller, saved again, trimmed or lightened, and two different
 * pictures differ in about half of it. Low frequencies of a 32 × 32 grey picture
 * against their median (DCT). It hints; it proves nothing.
 */

/** Row by row, 0 black to 255 white; any size. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: ArrayLike<number>;
}

/** Edge (px) to which a picture is drawn before it is hashed: enough, and quick to read. */
export const HASH_EDGE = 128;
const EDGE = 32;
/** Frequencies kept each way; the lowest one, the picture's mean, says nothing. */
const KEPT = 8;
/** Below this (of 255, standard deviation) a picture is a lens cap or the night. */
const LEAST_CONTRAST = 4;

/** Bits at which two hashes may differ and still count as one picture; measured, see its test. */
export const NEAR_BITS = 10;

/** 16 hex digits; empty for a picture without any contrast, which would resemble all others like it. */
export function perceptualHash(picture: GreyPicture): string {
  if (picture.width < 1 || picture.height < 1) return '';
  const small = shrunk(picture);
  if (deviation(small) < LEAST_CONTRAST) return '';
  const waves = lowFrequencies(small);
  const sorted = Float64Array.from(waves).sort();
  const middle = ((sorted[31] ?? 0) + (sorted[32] ?? 0)) / 2;
  let hash = '';
  for (let at = 0; at < waves.length; at += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit += 1) {
      digit = digit * 2 + ((waves[at + bit] ?? 0) > middle ? 1 : 0);
    }
    hash += digit.toString(16);
  }
  return hash;
}

/** Brightness as the eye weighs it, of pixels as a canvas gives them (red, green, blue, alpha). */
export function greyOf(rgba: ArrayLike<number>, width: number, height: number): GreyPicture {
  const grey = new Float64Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = [rgba[at * 4], rgba[at * 4 + 1], rgba[at * 4 + 2]];
    grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return { width, height, grey };
}

/** The mean of what falls under each cell, by area: no sampling grid leaves its mark. */
function shrunk({ width, height, grey }: GreyPicture): Float64Array {
  const across = new Float64Array(EDGE * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < EDGE; x += 1) {
      across[y * EDGE + x] = mean(x, width, (at) => grey[y * width + at] ?? 0);
    }
  }
  const small = new Float64Array(EDGE * EDGE);
  for (let x = 0; x < EDGE; x += 1) {
    for (let y = 0; y < EDGE; y += 1) {
      small[y * EDGE + x] = mean(y, height, (at) => across[at * EDGE + x] ?? 0);
    }
  }
  return small;
}

function mean(cell: number, length: number, at: (index: number) => number): number {
  const from = (cell * length) / EDGE;
  const to = ((cell + 1) * length) / EDGE;
  let sum = 0;
  for (let index = Math.floor(from); index < to; index += 1) {
    sum += at(index) * (Math.min(index + 1, to) - Math.max(index, from));
  }
  return sum / (to - from);
}

function deviation(values: Float64Array): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / values.length);
}

const WAVES = Array.from({ length: KEPT }, (_, wave) =>
  Float64Array.from({ length: EDGE }, (_unused, at) =>
    Math.cos(((2 * at + 1) * (wave + 1) * Math.PI) / (2 * EDGE)),
  ),
);

function lowFrequencies(small: Float64Array): Float64Array {
  const rows = new Float64Array(EDGE * KEPT);
  for (let y = 0; y < EDGE; y += 1) {
    for (const [wave, cosine] of WAVES.entries()) {
      let sum = 0;
      for (let x = 0; x < EDGE; x += 1) sum += (small[y * EDGE + x] ?? 0) * (cosine[x] ?? 0);
      rows[y * KEPT + wave] = sum;
    }
  }
  const waves = new Float64Array(KEPT * KEPT);
  for (const [high, cosine] of WAVES.entries()) {
    for (let wave = 0; wave < KEPT; wave += 1) {
      let sum = 0;
      for (let y = 0; y < EDGE; y += 1) sum += (rows[y * KEPT + wave] ?? 0) * (cosine[y] ?? 0);
      waves[high * KEPT + wave] = sum;
    }
  }
  return waves;
}

/** Bits in which two hashes of 16 hex digits differ, 0 to 64. */
export function bitsApart(a: string, b: string): number {
  return ones(half(a, 0) ^ half(b, 0)) + ones(half(a, 8) ^ half(b, 8));
}

/** Eight hex digits as 32 bits. */
export function half(hash: string, from: 0 | 8): number {
  return Number.parseInt(hash.slice(from, from + 8), 16) | 0;
}

/** How many of 32 bits are set. */
export function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
