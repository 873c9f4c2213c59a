/** A signature's strokes as dots: Word has no stroke of its own that WPS and LibreOffice draw alike. */
import type { Signature } from '../paper.ts';
import type { Ink } from './png.ts';

/** 60 mm at about 300 dots to the inch. */
const DOTS_WIDE = 720;
const PEN = 4;

export function inkOfSignature(signature: Signature): Ink {
  const scale = DOTS_WIDE / Math.max(1, signature.width);
  const width = DOTS_WIDE;
  const height = Math.max(1, Math.round(signature.height * scale));
  const dots = new Uint8Array(width * height);
  for (const stroke of signature.strokes) {
    const points = pointsOf(stroke, scale);
    points.forEach((point, at) => {
      drawLine(dots, width, height, points[at - 1] ?? point, point);
    });
  }
  return { width, height, dark: (x, y) => dots[y * width + x] === 1 };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointsOf(stroke: readonly number[], scale: number): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < stroke.length; at += 2) {
    points.push({ x: (stroke[at] ?? 0) * scale, y: (stroke[at + 1] ?? 0) * scale });
  }
  return points;
}

/** A round pen set down once a dot along the way. */
function drawLine(dots: Uint8Array, width: number, height: number, from: Point, to: Point): void {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y))));
  for (let step = 0; step <= steps; step += 1) {
    const cx = Math.round(from.x + ((to.x - from.x) * step) / steps);
    const cy = Math.round(from.y + ((to.y - from.y) * step) / steps);
    for (let dy = -PEN; dy <= PEN; dy += 1) {
      for (let dx = -PEN; dx <= PEN; dx += 1) {
        const [x, y] = [cx + dx, cy + dy];
        const outside = x < 0 || y < 0 || x >= width || y >= height;
        if (outside || dx * dx + dy * dy > PEN * PEN) continue;
        dots[y * width + x] = 1;
      }
    }
  }
}
