/** A paper as sections of a page: the letter with its annexes, then the 送达回证, which bears no number. */
import { DocumentGridType, type ISectionOptions, SectionType } from 'docx';
import type { NoticePaper, Receipt } from '../paper.ts';
import { annexParts } from './annexes.ts';
import { bodyParts } from './body.ts';
import { documentHead, letterHead } from './letterhead.ts';
import { CHAR_SPACE, LINE_TWIPS, MARGIN, PAGE } from './measures.ts';
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
      ...paper.annexes.flatMap((annex) => annexParts(annex, pictures)),
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
      words('Title', receipt.title, { spacing: { after: lines(1) } }),
      formTable(receipt.form, pictures),
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
    grid: {
      type: DocumentGridType.LINES_AND_CHARS,
      linePitch: LINE_TWIPS,
      charSpace: CHAR_SPACE,
    },
  };
}
