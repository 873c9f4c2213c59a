/** Street-like pictures made from a seed, and what happens to a picture on its way to an office. */
import type { GreyPicture } from '../../src/domain/perceptual-hash.ts';

export type Picture = GreyPicture & { readonly grey: Float64Array };

function picture(width: number, height: number, at: (x: number, y: number) => number): Picture {
  const grey = new Float64Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      grey[y * width + x] = Math.min(255, Math.max(0, Math.round(at(x, y))));
    }
  }
  return { width, height, grey };
}

function dice(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Sky over ground, with things of all sizes standing about, as in every photo of a street. */
export function street(seed: number, width = 320, height = 240): Picture {
  const next = dice(seed);
  for (let nth = 0; nth < 8; nth += 1) next();
  const horizon = 0.3 + next() * 0.4;
  const [sky, ground] = [150 + next() * 100, 40 + next() * 100];
  const things = Array.from({ length: 40 }, () => ({
    x: next(),
    y: next(),
    w: 0.03 + next() ** 2 * 0.4,
    h: 0.03 + next() ** 2 * 0.5,
    grey: next() * 255,
  }));
  return picture(width, height, (x, y) => {
    const [u, v] = [x / width, y / height];
    let grey = v < horizon ? sky - v * 60 : ground + (v - horizon) * 40;
    for (const thing of things) {
      if (u >= thing.x && u < thing.x + thing.w && v >= thing.y && v < thing.y + thing.h) {
        grey = thing.grey;
      }
    }
    return grey;
  });
}

/** What lies under a place between the pixels. */
function between({ width, height, grey }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (i: number, j: number) =>
    grey[Math.min(height - 1, Math.max(0, j)) * width + Math.min(width - 1, Math.max(0, i))] ?? 0;
  const [dx, dy] = [x - left, y - top];
  const upper = at(left, top) * (1 - dx) + at(left + 1, top) * dx;
  const lower = at(left, top + 1) * (1 - dx) + at(left + 1, top + 1) * dx;
  return upper * (1 - dy) + lower * dy;
}

export function resized(from: Picture, width: number, height: number): Picture {
  return picture(width, height, (x, y) =>
    between(from, ((x + 0.5) * from.width) / width - 0.5, ((y + 0.5) * from.height) / height - 0.5),
  );
}

/** Without so much (0 to 1) of each edge. */
export function cropped(from: Picture, share: number): Picture {
  const [left, top] = [Math.round(from.width * share), Math.round(from.height * share)];
  return picture(from.width - left * 2, from.height - top * 2, (x, y) =>
    between(from, x + left, y + top),
  );
}

export function lightened(from: Picture, by: number, gain = 1): Picture {
  return picture(from.width, from.height, (x, y) => (between(from, x, y) - 128) * gain + 128 + by);
}

export function noisy(from: Picture, by: number, seed: number): Picture {
  const next = dice(seed);
  return picture(from.width, from.height, (x, y) => between(from, x, y) + (next() - 0.5) * 2 * by);
}

const STEP = Array.from({ length: 8 }, (_, wave) =>
  Array.from({ length: 8 }, (_unused, at) => Math.cos(((2 * at + 1) * wave * Math.PI) / 16)),
);
const cosine = (wave: number, at: number) => STEP[wave]?.[at] ?? 0;
const weight = (wave: number) => (wave === 0 ? Math.SQRT1_2 : 1) / 2;

/** As JPEG saves it: blocks of eight, their frequencies rounded, the high ones the coarser. */
export function recompressed(from: Picture, coarseness: number): Picture {
  const [width, height] = [from.width - (from.width % 8), from.height - (from.height % 8)];
  const out = new Float64Array(width * height);
  for (let top = 0; top < height; top += 8) {
    for (let left = 0; left < width; left += 8) block(from, out, { left, top, width }, coarseness);
  }
  return picture(width, height, (x, y) => out[y * width + x] ?? 0);
}

function block(
  from: Picture,
  out: Float64Array,
  { left, top, width }: { left: number; top: number; width: number },
  coarseness: number,
): void {
  const waves = new Float64Array(64);
  for (let v = 0; v < 8; v += 1) {
    for (let u = 0; u < 8; u += 1) {
      let sum = 0;
      for (let y = 0; y < 8; y += 1) {
        for (let x = 0; x < 8; x += 1) {
          const grey = from.grey[(top + y) * from.width + left + x] ?? 0;
          sum += (grey - 128) * cosine(u, x) * cosine(v, y);
        }
      }
      const step = coarseness * (1 + u + v);
      waves[v * 8 + u] = Math.round((sum * weight(u) * weight(v)) / step) * step;
    }
  }
  for (let y = 0; y < 8; y += 1) {
    for (let x = 0; x < 8; x += 1) {
      let sum = 0;
      for (let v = 0; v < 8; v += 1) {
        for (let u = 0; u < 8; u += 1) {
          sum += weight(u) * weight(v) * (waves[v * 8 + u] ?? 0) * cosine(u, x) * cosine(v, y);
        }
      }
      out[(top + y) * width + left + x] = sum + 128;
    }
  }
}
