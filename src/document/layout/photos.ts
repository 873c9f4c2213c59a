/** 现场照片: two to four a page, whole and in their own shape, each with its caption below. */
import type { FaceMetrics } from '../metrics.ts';
import type { PaperPhoto } from '../paper.ts';
import type { Piece } from '../sheet.ts';
import { BLOCK } from './geometry.ts';
import { type BrokenText, balance, breakText, setText } from './text.ts';

const GUTTER = 14;
const CAPTION = { face: 'fangsong', size: 12 } as const;
const CAPTION_PITCH = 18;
const CAPTION_GAP = 4;
const MISSING = '照片未到';

interface Fitted {
  readonly photo: PaperPhoto;
  readonly caption: BrokenText;
  readonly width: number;
  readonly height: number;
}

/** The photos of one page, from `top` down. */
export function photoPieces(
  photos: readonly PaperPhoto[],
  top: number,
  metrics: FaceMetrics,
): Piece[] {
  const columns = photos.length > 2 ? 2 : 1;
  const rows = Math.ceil(photos.length / columns);
  const width = (BLOCK.width - (columns - 1) * GUTTER) / columns;
  const room = (BLOCK.bottom - top - (rows - 1) * GUTTER) / Math.max(1, rows);
  const pieces: Piece[] = [];
  let y = top;
  for (let row = 0; row < rows; row += 1) {
    const captioned = photos.slice(row * columns, (row + 1) * columns).map((photo) => ({
      photo,
      caption: balance(photo.caption, CAPTION, width, metrics),
    }));
    // The longest caption of a row takes its room from every photo of it, or the row outgrows the page.
    const captions = Math.max(...captioned.map(({ caption }) => caption.lines.length));
    const most = Math.max(40, room - CAPTION_GAP - captions * CAPTION_PITCH);
    const own = captioned.map((each) => ({ ...each, ...fit(each.photo, width, most) }));
    const height = Math.max(...own.map((each) => each.height));
    own.forEach((each, column) => {
      const left = BLOCK.left + column * (width + GUTTER);
      pieces.push(...placed(each, left, width, y + height, metrics));
    });
    y += height + CAPTION_GAP + captions * CAPTION_PITCH + GUTTER;
  }
  return pieces;
}

/** As large as it may be, in its own shape. */
function fit(photo: PaperPhoto, width: number, most: number): Pick<Fitted, 'width' | 'height'> {
  const known = photo.width > 0 && photo.height > 0;
  const shape = known ? photo.width / photo.height : 4 / 3;
  const fitted = Math.min(width, most * shape);
  return { width: fitted, height: fitted / shape };
}

/** Photos of a row stand on one line, so that their captions do. */
function placed(
  each: Fitted,
  left: number,
  width: number,
  bottom: number,
  metrics: FaceMetrics,
): Piece[] {
  const { photo, caption } = each;
  const box = { x: left, width, align: 'center', pitch: CAPTION_PITCH } as const;
  const missing = breakText(MISSING, CAPTION, width, metrics);
  const middle = bottom - each.height / 2 - CAPTION_PITCH / 2;
  return [
    {
      kind: 'picture',
      sha256: photo.sha256,
      x: left + (width - each.width) / 2,
      y: bottom - each.height,
      width: each.width,
      height: each.height,
      alt: photo.caption,
      missing: setText(missing, middle, box).flat(),
    },
    {
      kind: 'text',
      role: 'caption',
      lines: setText(caption, bottom + CAPTION_GAP, box),
    },
  ];
}
