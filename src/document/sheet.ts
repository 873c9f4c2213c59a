/**
 * A laid-out page: what stands where, in pt from the sheet's upper left corner. PDF, screen and
 * print draw this list and move nothing: same lines, same breaks.
 */
import type { Face } from './metrics.ts';

export type Ink = 'black' | 'red';

/** Characters of one face, font and size, evenly spaced. */
export interface TextRun {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly face: Face;
  readonly text: string;
  /** Added after each character. */
  readonly letterSpacing: number;
  /** From the first character's left edge to the last one's right edge. */
  readonly width: number;
  readonly ink: Ink;
  /** SHA-256 of the font; null where the layout knew of none. */
  readonly font: string | null;
}

export type TextLine = readonly TextRun[];

export type TextRole =
  | 'heading'
  | 'number'
  | 'title'
  | 'paragraph'
  | 'caption'
  | 'mark'
  | 'page-number';

/** The lines of one paragraph that stand on this sheet. */
export interface TextPiece {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly lines: readonly TextLine[];
}

/** A filled rectangle. */
export interface RulePiece {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
}

export interface PicturePiece {
  readonly kind: 'picture';
  readonly sha256: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** Drawn in its place where the photo isn't here: 照片未到. */
  readonly missing: TextLine;
}

/** Dark rectangles of a QR, in pt. */
export interface QrPiece {
  readonly kind: 'qr';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly dark: readonly (readonly [x: number, y: number, width: number, height: number])[];
  readonly alt: string;
}

/** Handwriting: `[x, y, x, y, …]` a stroke, in pt on the sheet. */
export interface StrokesPiece {
  readonly kind: 'strokes';
  readonly strokes: readonly (readonly number[])[];
  readonly lineWidth: number;
  readonly alt: string;
}

export interface TableCell {
  readonly lines: readonly TextLine[];
  readonly strokes: StrokesPiece | null;
}

export interface TableRow {
  readonly header: boolean;
  readonly cells: readonly TableCell[];
}

export interface TablePiece {
  readonly kind: 'table';
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly rules: readonly RulePiece[];
}

export type Piece = TextPiece | RulePiece | PicturePiece | QrPiece | StrokesPiece | TablePiece;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Null on a page that bears no number. */
  readonly pageNumber: number | null;
  readonly pieces: readonly Piece[];
}
