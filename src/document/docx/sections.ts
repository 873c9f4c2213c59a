/** A paper as sections of a page: the letter with its annexes, then the 送达回证, which bears no number. */
import { DocumentGridType, type ISectionOptions, SectionType } from 'docx';
import type { NoticePaper, Receipt } from '../paper.ts';
import { annexParts } from './annexes.ts';
import { bodyParts } from './body.ts';
import { documentHead, letterHead } from './letterhead.ts';
import { CHAR_SPACE, LINE_TWIPS, MARGIN, PAGE, TEXT_HEIGHT } from './measures.ts';
import {
  FOOTER,
  HEADER,
  letterFooter,
  letterHeader,
  markHeaders,
  noFooters,
  numberFooters,
} from './page-edges.ts';
import type { Pictures } from './pictures.ts';
import { formTable } from './tables.ts';
import { gap, lines, words } from './words.ts';

/** What 页面设置 says of the page: 22 lines of 28 letters. */
const GRID = {
  type: DocumentGridType.LINES_AND_CHARS,
  linePitch: LINE_TWIPS,
  charSpace: CHAR_SPACE,
} as const;
/**
 * A letter's heading reaches into the text block. On a grid, LibreOffice would set what is
 * left of the page in its middle; the styles hold the same lines without one.
 */
const NO_GRID = { type: DocumentGridType.DEFAULT, linePitch: LINE_TWIPS } as const;

export function sectionsOf(paper: NoticePaper, pictures: Pictures): ISectionOptions[] {
  const letter = paper.body.length === 0 ? [] : [letterSection(paper, pictures)];
  const receipt = paper.receipt === null ? [] : [receiptSection(paper, paper.receipt, pictures)];
  return [...letter, ...receipt];
}

function letterSection(paper: NoticePaper, pictures: Pictures): ISectionOptions {
  const asLetter = paper.format === 'letter';
  return {
    properties: pageProperties(asLetter),
    headers: {
      ...markHeaders(paper.mark),
      ...(asLetter ? { first: letterHeader(paper) } : {}),
    },
    footers: { ...numberFooters(), ...(asLetter ? { first: letterFooter() } : {}) },
    children: [
      ...(asLetter ? letterHead(paper) : documentHead(paper)),
      ...bodyParts(paper, pictures),
      ...paper.annexes.flatMap((annex) => annexParts(annex, paper.annexes.length === 1, pictures)),
      // Bears the section's end: the last table's own line would take another page.
      gap(),
    ],
  };
}

function receiptSection(paper: NoticePaper, receipt: Receipt, pictures: Pictures): ISectionOptions {
  return {
    properties: pageProperties(false),
    headers: markHeaders(paper.mark),
    footers: noFooters(),
    children: [
      words('Title', receipt.title, { spacing: { after: lines(0.5) } }),
      formTable(receipt.form, pictures, TEXT_HEIGHT - lines(2)),
      gap(),
    ],
  };
}

function pageProperties(asLetter: boolean) {
  return {
    type: SectionType.NEXT_PAGE,
    titlePage: asLetter,
    page: {
      size: PAGE,
      margin: {
        ...MARGIN,
        gutter: 0,
        header: HEADER,
        footer: FOOTER,
      },
    },
    grid: asLetter ? NO_GRID : GRID,
  };
}
