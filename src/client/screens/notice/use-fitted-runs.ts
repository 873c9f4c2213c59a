/** Makes every run as wide as it was laid out, whatever font the device has: no line break moves. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Piece, Sheet, TextRun } from '../../../document/sheet.ts';

const PT = 96 / 72;

export function useFittedRuns(root: RefObject<HTMLElement | null>, sheets: readonly Sheet[]): void {
  useLayoutEffect(() => {
    const fit = () => {
      if (root.current) fitRuns(root.current, sheets);
    };
    fit();
    // Widths change when a font that the paper asks for arrives late.
    let alive = true;
    document.fonts.ready.then(() => {
      if (alive) fit();
    }, console.warn);
    return () => {
      alive = false;
    };
  }, [root, sheets]);
}

function fitRuns(root: HTMLElement, sheets: readonly Sheet[]): void {
  const sheet = root.querySelector<HTMLElement>('.sheet');
  const spans = [...root.querySelectorAll<HTMLElement>('.paper-run')];
  const runs = sheets.flatMap((each) => each.pieces.flatMap(runsOf));
  if (!sheet || spans.length !== runs.length) return;
  for (const [at, span] of spans.entries()) {
    span.style.letterSpacing = `${runs[at]?.letterSpacing ?? 0}pt`;
  }
  // The desk may show the sheet smaller or larger than it is.
  const scale = sheet.getBoundingClientRect().width / sheet.offsetWidth;
  if (!(scale > 0)) return;
  const widths = spans.map((span) => span.getBoundingClientRect().width / scale / PT);
  for (const [at, span] of spans.entries()) {
    const run = runs[at];
    const gaps = run ? Array.from(run.text).length - 1 : 0;
    if (!run || gaps < 1) continue;
    const over = (widths[at] ?? 0) - run.letterSpacing - run.width;
    if (Math.abs(over) > 0.02) span.style.letterSpacing = `${run.letterSpacing - over / gaps}pt`;
  }
}

/** In the order in which they stand in the page. */
function runsOf(piece: Piece): readonly TextRun[] {
  if (piece.kind === 'text') return piece.lines.flat();
  if (piece.kind !== 'table') return [];
  return piece.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines.flat()));
}
