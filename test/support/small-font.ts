/** A font of only so many characters, quick to load where a whole one is 14 MB. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const FILE = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';

export async function smallFont(characters: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(readFileSync(require.resolve(FILE)), characters, { targetFormat: 'truetype' });
}
