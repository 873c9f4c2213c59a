/** The fonts that came with this program. They are copied beside the office's own at the start: the next version may bring others. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FontManifest } from '../../protocol/fonts.ts';
import { NO_FONTS } from '../../protocol/rows/notice-record.ts';
import { errorCode } from '../store/store-error.ts';
import type { FontStore } from './font-store.ts';

const EMPTY: FontManifest = { faces: NO_FONTS, fonts: [] };

/** @param folder where the build has put them; a program that was built without fonts has an empty box */
export async function readBox(folder: string | undefined): Promise<FontManifest> {
  if (folder === undefined) return EMPTY;
  try {
    return FontManifest.parse(JSON.parse(await readFile(join(folder, 'fonts.json'), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return EMPTY;
    throw error;
  }
}

export async function keepBox(
  folder: string | undefined,
  box: FontManifest,
  fonts: FontStore,
): Promise<void> {
  if (folder === undefined) return;
  for (const font of box.fonts) {
    for (const form of ['ttf', 'ttf.br'] as const) {
      if ((await fonts.find(font.sha256, form)) !== null) continue;
      await fonts.put(font.sha256, form, await readFile(join(folder, `${font.sha256}.${form}`)));
    }
    await fonts.put(font.sha256, 'json', Buffer.from(JSON.stringify(font)));
  }
}
