/**
 * signature_pad on a canvas: as sharp as the screen, redrawn when it is turned or
 * resized. What is written comes out as vectors after every stroke.
 */
import SignaturePad from 'signature_pad';
import type { Signature } from '../../../protocol/rows/index.ts';
import { type InkPoint, inkOf, signatureOf } from './strokes.ts';

export interface InkBoard {
  /** Draws what is kept; what has just been written here is left as it is. */
  show(signature: Signature | null): void;
  close(): void;
}

/** The same in both themes: the board is paper. */
const INK = '#0b1a3a';
/** CSS px; one width, since the vectors know of no pressure. */
const PEN = 2.6;
/** A contact broader than that is a palm (CSS px). */
const PALM = 60;

export function inkBoard(
  canvas: HTMLCanvasElement,
  onWritten: (signature: Signature | null) => void,
): InkBoard {
  let kept: Signature | null = null;
  let pen = false;
  const field = { width: 0, height: 0 };
  // Before the pad listens, so that a palm never begins a stroke.
  const palm = (event: PointerEvent) => {
    if (event.pointerType === 'pen') pen = true;
    if (isPalm(event, pen)) event.stopImmediatePropagation();
  };
  canvas.addEventListener('pointerdown', palm);
  const pad = new SignaturePad(canvas, {
    penColor: INK,
    minWidth: PEN,
    maxWidth: PEN,
    dotSize: PEN,
  });
  const draw = () => {
    pad.clear();
    if (!kept) return;
    pad.fromData(inkOf(kept, field).map((points) => groupOf(points)));
  };
  const fit = () => {
    const { width, height } = canvas.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const ratio = Math.max(1, devicePixelRatio);
    Object.assign(field, { width, height });
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.getContext('2d')?.scale(ratio, ratio);
    draw();
  };
  pad.addEventListener('endStroke', () => {
    kept = signatureOf(
      pad.toData().map((group) => group.points),
      field,
    );
    onWritten(kept);
  });
  const watch = new ResizeObserver(fit);
  watch.observe(canvas);
  fit();
  return {
    show(signature) {
      if (signature === kept) return;
      kept = signature;
      draw();
    },
    close() {
      watch.disconnect();
      canvas.removeEventListener('pointerdown', palm);
      pad.off();
    },
  };
}

/** Where a pen has been seen, a hand that touches rests. */
function isPalm(event: PointerEvent, pen: boolean): boolean {
  if (event.pointerType !== 'touch') return false;
  return pen || Math.max(event.width, event.height) > PALM;
}

function groupOf(points: readonly InkPoint[]) {
  return {
    penColor: INK,
    dotSize: PEN,
    minWidth: PEN,
    maxWidth: PEN,
    velocityFilterWeight: 0.7,
    compositeOperation: 'source-over',
    points: points.map(({ x, y }, nth) => ({ x, y, pressure: 0, time: nth * 16 })),
  } as const;
}
