/** What fonts came with this program: a small file among its own, there from the first visit. */
import { type BoxFont, FontManifest } from '../../protocol/fonts.ts';
import { type FaceFonts, NO_FONTS } from '../../protocol/rows/notice-record.ts';

const EMPTY: FontManifest = { faces: NO_FONTS, fonts: [] };

let read: Promise<FontManifest> | undefined;

/** Empty where the program was built without fonts; read once. */
export function boxFonts(): Promise<FontManifest> {
  read ??= readManifest().catch((error: unknown) => {
    // Neither kept nor to be had now: the next one who asks tries again.
    read = undefined;
    console.info('没有读到随程序提供的字体', error);
    return EMPTY;
  });
  return read;
}

/** By face, for a paper that is issued now. */
export async function boxFaces(): Promise<FaceFonts> {
  return (await boxFonts()).faces;
}

export type { BoxFont };

async function readManifest(): Promise<FontManifest> {
  const response = await fetch('/fonts.json');
  if (!response.ok) throw new Error(`fonts.json: ${response.status}`);
  return FontManifest.parse(await response.json());
}
