import { layOut } from './layout/lay-out.ts';
import type { FaceMetrics } from './metrics.ts';
import type { NoticePaper } from './paper.ts';
import type { Piece, TextLine } from './sheet.ts';

export interface MissingCharacter {
  readonly char: string;
  /** `U+2CB4E`. */
  readonly code: string;
}

/** The characters of a paper that no font has, each once, in the order in which they stand. */
export function missingCharacters(paper: NoticePaper, metrics: FaceMetrics): MissingCharacter[] {
  const runs = layOut(paper, metrics)
    .flatMap((sheet) => sheet.pieces)
    .flatMap(linesOf)
    .flat();
  const missing = runs.flatMap((run) => {
    if (run.font !== null) return [];
    return Array.from(run.text).filter((char) => {
      const code = char.codePointAt(0) ?? 0;
      return char.trim() !== '' && metrics.fontOf(run.face, code) === null;
    });
  });
  return [...new Set(missing)].map((char) => ({ char, code: codeOf(char) }));
}

export function linesOf(piece: Piece): readonly TextLine[] {
  if (piece.kind === 'text') return piece.lines;
  if (piece.kind === 'picture') return [piece.missing];
  if (piece.kind !== 'table') return [];
  return piece.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines));
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
