/** The annexes, each on a new page; 附件 flush left, its title centred two lines below. */
import type { Paragraph, Table } from 'docx';
import type { Annex } from '../paper.ts';
import { photoPage } from './photo-pages.ts';
import type { Pictures } from './pictures.ts';
import { formTable, listTable } from './tables.ts';
import { gap, lines, words } from './words.ts';

export function annexParts(annex: Annex, pictures: Pictures): (Paragraph | Table)[] {
  return [
    words('AnnexNo', `附件${annex.nth}`, { pageBreakBefore: true }),
    words('Title', annex.title, { spacing: { before: lines(1), after: lines(1) } }),
    ...contentOf(annex, pictures),
  ];
}

function contentOf(annex: Annex, pictures: Pictures): (Paragraph | Table)[] {
  if (annex.kind === 'problems') return [listTable(annex.table)];
  if (annex.kind === 'photos') {
    return annex.pages.flatMap((photos, page) => photoPage(photos, pictures, page > 0));
  }
  return [listTable(annex.table), gap(), formTable(annex.form, pictures)];
}
