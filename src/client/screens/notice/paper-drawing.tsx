/** Rules, the QR and handwriting of a sheet: vectors, so that no hairline is lost to a pixel. */
import type { QrPiece, RulePiece, Sheet, StrokesPiece } from '../../../document/sheet.ts';

export function PaperDrawing({ sheet }: { readonly sheet: Sheet }) {
  const rules = sheet.pieces.flatMap((piece) => {
    if (piece.kind === 'rule') return [piece];
    return piece.kind === 'table' ? piece.rules : [];
  });
  const strokes = sheet.pieces.flatMap((piece) => {
    if (piece.kind === 'strokes') return [piece];
    if (piece.kind !== 'table') return [];
    return piece.rows.flatMap((row) => row.cells.flatMap((cell) => cell.strokes ?? []));
  });
  const view = `0 0 ${sheet.width} ${sheet.height}`;
  return (
    <>
      <svg class="paper-drawing" viewBox={view} aria-hidden="true">
        {(['black', 'red'] as const).map((ink) => (
          <path class={`ink-${ink}`} d={rectangles(rules.filter((rule) => rule.ink === ink))} />
        ))}
      </svg>
      {sheet.pieces.map(
        (piece) =>
          piece.kind === 'qr' && (
            <svg class="paper-drawing" viewBox={view} role="img" aria-label={piece.alt}>
              <path class="ink-black" d={modules(piece)} />
            </svg>
          ),
      )}
      {strokes.map((each) => (
        <svg class="paper-drawing" viewBox={view} role="img" aria-label={each.alt}>
          <path class="paper-strokes" stroke-width={each.lineWidth} d={pen(each)} />
        </svg>
      ))}
    </>
  );
}

function rectangles(rules: readonly RulePiece[]): string {
  return rules.map(({ x, y, width, height }) => rectangle(x, y, width, height)).join('');
}

function modules(piece: QrPiece): string {
  return piece.dark.map(([x, y, width, height]) => rectangle(x, y, width, height)).join('');
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

function pen({ strokes }: StrokesPiece): string {
  return strokes
    .map((stroke) => {
      const points: string[] = [];
      for (let at = 0; at + 1 < stroke.length; at += 2) {
        points.push(`${stroke[at]} ${stroke[at + 1]}`);
      }
      // A dot is a line of no length with a round end.
      return `M${points[0]}L${(points.length > 1 ? points.slice(1) : points).join('L')}`;
    })
    .join('');
}
