/** `fonts.json`: what a program must know of its fonts before their bytes are there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FACES } from './box.mjs';

/**
 * @param {string} folder where the fonts are
 * @param {import('./make.mjs').Made[]} made
 * @param {(bytes: Uint8Array) => Promise<unknown>} measure the server's, which measures an office's own fonts, too
 */
export async function manifestOf(folder, made, measure) {
  const fonts = [];
  for (const { name, sha256 } of made) {
    const bytes = await readFile(join(folder, `${sha256}.ttf`));
    fonts.push({ sha256, name, bytes: bytes.length, metrics: await measure(bytes) });
  }
  const hashOf = new Map(made.map(({ key, sha256 }) => [key, sha256]));
  const faces = Object.entries(FACES).map(([face, keys]) => [
    face,
    keys.map((key) => hashOf.get(key)),
  ]);
  return JSON.stringify({ faces: Object.fromEntries(faces), fonts });
}
