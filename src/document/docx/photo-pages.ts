/** 现场照片: one or two below one another, three or four in two columns; each with its caption. */
import { AlignmentType, BorderStyle, Paragraph, Table, VerticalAlignTable } from 'docx';
import type { PaperPhoto } from '../paper.ts';
import { lettersWide, TEXT_WIDTH, twipsOfMm } from './measures.ts';
import type { Box, Pictures } from './pictures.ts';
import { cell, frame, rowOf } from './tables.ts';
import { gap, words } from './words.ts';

/** The text block, less the annex's title on the first page. */
const HEIGHT_MM = { first: 180, other: 218 } as const;
const WIDTH_MM = 156;
const APART_MM = 5;
const CAPTION_POINTS = 12;
const CAPTION_LINE_MM = 6.35;
const LEAST_MM = 20;
const TOP = { verticalAlign: VerticalAlignTable.TOP };
const MISSING = '照片未到';

/** One page's photos; `fresh` begins a new page with them. */
export function photoPage(
  photos: readonly PaperPhoto[],
  pictures: Pictures,
  fresh: boolean,
): (Paragraph | Table)[] {
  const start = gap(fresh ? { pageBreakBefore: true } : {});
  const high = fresh ? HEIGHT_MM.other : HEIGHT_MM.first;
  if (photos.length > 2) return [start, inTwoColumns(photos, high, pictures)];
  const share = high / Math.max(1, photos.length);
  return [
    start,
    ...photos.flatMap((photo) =>
      figure(photo, { width: WIDTH_MM, height: share - APART_MM }, pictures),
    ),
  ];
}

function inTwoColumns(photos: readonly PaperPhoto[], high: number, pictures: Pictures): Table {
  const width = Math.floor(TEXT_WIDTH / 2);
  const height = high / 2;
  const box = { width: WIDTH_MM / 2 - APART_MM, height: height - 2 * APART_MM };
  const cells = photos.map((photo) => cell(figure(photo, box, pictures), width, TOP));
  const blank = () => cell(gap(), width);
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, nth) =>
    rowOf([cells[nth * 2] ?? blank(), cells[nth * 2 + 1] ?? blank()], twipsOfMm(height - APART_MM)),
  );
  return new Table({ ...frame([width, width], false), rows });
}

/** A caption's lines are counted out of the box, so that picture and caption stay within it. */
function figure(photo: PaperPhoto, box: Box, pictures: Pictures): (Paragraph | Table)[] {
  const letters = Math.floor((box.width * 72) / 25.4 / CAPTION_POINTS) - 1;
  const lines = Math.ceil(lettersWide(photo.caption) / Math.max(1, letters));
  const height = Math.max(LEAST_MM, box.height - lines * CAPTION_LINE_MM);
  const picture = pictures.photo(photo, { width: box.width, height });
  const above =
    picture === null
      ? missing({ width: box.width, height })
      : new Paragraph({ style: 'Photo', children: [picture] });
  return [above, words('Caption', photo.caption)];
}

/** The place of a photo that has not arrived is framed and says so. */
function missing(box: Box): Table {
  const width = twipsOfMm(box.width);
  const line = { style: BorderStyle.DASHED, size: 6, color: '000000' };
  return new Table({
    ...frame([width]),
    alignment: AlignmentType.CENTER,
    borders: { top: line, bottom: line, left: line, right: line },
    rows: [
      rowOf([cell(words('Caption', MISSING), width)], twipsOfMm(box.height), { keepNext: true }),
    ],
  });
}
