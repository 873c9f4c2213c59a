/**
 * The page of GB/T 9704-2012 in the units of OOXML. Twips are 1/20 pt; a grid's
 * `charSpace` is 1/4096 pt added to the pitch of the default type.
 */

export const twipsOfMm = (mm: number): number => Math.round((mm * 1440) / 25.4);

export const PAGE = { width: 11906, height: 16838 } as const;
export const MARGIN = {
  top: twipsOfMm(37),
  left: twipsOfMm(28),
  right: twipsOfMm(26),
  bottom: twipsOfMm(35),
} as const;

export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const TEXT_HEIGHT = PAGE.height - MARGIN.top - MARGIN.bottom;

export const LINES_A_PAGE = 22;
export const LETTERS_A_LINE = 28;
/** 3号. */
export const BODY_POINTS = 16;
export const LETTER_TWIPS = TEXT_WIDTH / LETTERS_A_LINE;

/** Rounded down: a pitch a twip too tall puts the 22nd line on the next page. */
export const LINE_TWIPS = Math.floor(TEXT_HEIGHT / LINES_A_PAGE);

/** −0.205 pt a letter: 28 letters of 16 pt are 448 pt, the text block is 442 pt wide. */
export const CHAR_SPACE = Math.floor((TEXT_WIDTH / 20 / LETTERS_A_LINE - BODY_POINTS) * 4096);

/** How wide a text is in letters of Chinese: figures and Latin letters take half of one. */
export function lettersWide(text: string): number {
  let wide = 0;
  for (const letter of text) wide += letter.charCodeAt(0) < 0x250 ? 0.5 : 1;
  return wide;
}
