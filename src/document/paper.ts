/**
 * What a 督查通知书 consists of, as data. Screen, print, PDF and DOCX draw the same
 * description; nothing here knows a font, a browser or a file format.
 */

export interface Run {
  readonly text: string;
  /** Must stand out: names of points, the deadline. */
  readonly strong?: true;
}

/**
 * The levels of GB/T 9704-2012, 7.3.3: `level1` 一、 黑体, `level2` （一）楷体; `text` 仿宋,
 * first line indented by two characters; `addressee` flush left.
 */
export interface Paragraph {
  readonly level: 'addressee' | 'level1' | 'level2' | 'text';
  readonly runs: readonly Run[];
}

export interface Column {
  readonly name: string;
  /** Share of the text block's width; all shares of a table add up to 1. */
  readonly share: number;
  readonly align: 'left' | 'center';
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** A form's line: what is asked, and what is printed in or left to be filled by hand. */
export interface FormLine {
  readonly name: string;
  readonly value: string;
  /** Height in lines of writing. */
  readonly lines: number;
}

export interface PaperPhoto {
  readonly sha256: string;
  /** 点位—问题—时间. */
  readonly caption: string;
  readonly width: number;
  readonly height: number;
}

export type Annex =
  | {
      readonly kind: 'problems';
      readonly nth: number;
      readonly title: string;
      readonly table: Table;
    }
  | {
      readonly kind: 'photos';
      readonly nth: number;
      readonly title: string;
      readonly pages: readonly (readonly PaperPhoto[])[];
    }
  | {
      readonly kind: 'reply';
      readonly nth: number;
      readonly title: string;
      readonly table: Table;
      readonly form: readonly FormLine[];
    };

/** A handwritten signature, as vectors. */
export interface Signature {
  /** Size of the field that it was written in; points are within it. */
  readonly width: number;
  readonly height: number;
  /** One stroke is `[x, y, x, y, …]`. */
  readonly strokes: readonly (readonly number[])[];
}

export interface Receipt {
  readonly title: string;
  readonly form: readonly FormLine[];
}

/** What must be seen on every page: not issued yet, or no longer valid. */
export type PaperMark =
  | { readonly kind: 'draft'; readonly words: string }
  | { readonly kind: 'voided'; readonly words: string; readonly sentence: string };

export interface NoticePaper {
  /** 发文机关标志, red. */
  readonly heading: string;
  readonly number: string;
  readonly numbered: boolean;
  /** Broken where the meaning allows (7.3.1). */
  readonly title: readonly string[];
  readonly body: readonly Paragraph[];
  /** 附件说明, in the order of the annexes. */
  readonly enclosures: readonly string[];
  readonly signature: string;
  readonly date: string;
  readonly annexes: readonly Annex[];
  readonly receipt: Receipt;
  readonly mark: PaperMark | null;
}
