/** The annexes, each on a new page; 附件 flush left, its title centred two lines below (7.3.7). */
import type { Paragraph, Table } from 'docx';
import type { Annex } from '../paper.ts';
import { TEXT_HEIGHT } from './measures.ts';
import { photoPage } from './photo-pages.ts';
import type { Pictures } from './pictures.ts';
import { formTable, listTable } from './tables.ts';
import { gap, lines, words } from './words.ts';

/** An annex that is alone bears no figure. */
export function annexParts(
  annex: Annex,
  alone: boolean,
  pictures: Pictures,
): (Paragraph | Table)[] {
  return [
    words('AnnexNo', alone ? '附件' : `附件${annex.nth}`, { pageBreakBefore: true }),
    words('Title', annex.title, { spacing: { before: lines(1), after: lines(0.5) } }),
    ...contentOf(annex, pictures),
  ];
}

function contentOf(annex: Annex, pictures: Pictures): (Paragraph | Table)[] {
  if (annex.kind === 'problems') return [listTable(annex.table)];
  if (annex.kind === 'photos') {
    return annex.pages.flatMap((photos, page) => photoPage(photos, pictures, page > 0));
  }
  return [listTable(annex.table), gap(), formTable(annex.form, pictures, TEXT_HEIGHT)];
}
