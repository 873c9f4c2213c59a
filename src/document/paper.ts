/**
 * What a paper of the office consists of, as data. Screen, print, PDF and DOCX draw the
 * same description; nothing here knows a font, a browser or a file format.
 */
import type { PaperFormat } from './notice-input.ts';

/** 督查通知书, 提示函, 催办函, 督办通知, 通报, 作废告知书, and a 送达回证 by itself. */
export type PaperKind =
  | 'notice'
  | 'prompt'
  | 'urge'
  | 'supervision'
  | 'bulletin'
  | 'voided'
  | 'receipt';

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

/** A handwritten signature, as vectors. */
export interface Signature {
  /** Size of the field that it was written in; points are within it. */
  readonly width: number;
  readonly height: number;
  /** One stroke is `[x, y, x, y, …]`. */
  readonly strokes: readonly (readonly number[])[];
}

/** A form's line: what is asked, and what is printed in or left to be filled by hand. */
export interface FormLine {
  readonly name: string;
  /** A line feed begins a new line; spaces are kept as they are. */
  readonly value: string;
  /** Height in lines of writing. */
  readonly lines: number;
  /** Drawn beside the value; null where there is none. */
  readonly signature: Signature | null;
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

export interface Receipt {
  readonly title: string;
  readonly form: readonly FormLine[];
}

/** What must be seen on every page: not issued yet, or no longer valid. */
export type PaperMark =
  | { readonly kind: 'draft'; readonly words: string }
  | { readonly kind: 'voided'; readonly words: string; readonly sentence: string };

/** 扫码核验. */
export interface PaperQr {
  readonly text: string;
  readonly caption: string;
}

export interface NoticePaper {
  /** The edition of the templates that it is laid out by. */
  readonly edition: number;
  readonly kind: PaperKind;
  readonly format: PaperFormat;
  /** 发文机关标志, red. */
  readonly heading: string;
  /** Empty where a paper bears none. */
  readonly number: string;
  readonly numbered: boolean;
  /** Broken where the meaning allows (7.3.1). */
  readonly title: readonly string[];
  /** Empty for a 送达回证 by itself, which is a page and no letter. */
  readonly body: readonly Paragraph[];
  /** 附件说明, in the order of the annexes. */
  readonly enclosures: readonly string[];
  readonly signature: string;
  readonly date: string;
  readonly qr: PaperQr | null;
  readonly annexes: readonly Annex[];
  /** On its own page, the last; null where the paper asks for none. */
  readonly receipt: Receipt | null;
  readonly mark: PaperMark | null;
}
