/**
 * Makes the fonts of the box: subsets, the same bytes on every machine, and their
 * smaller form for the wire. What was made once from the same inputs is kept under
 * .cache/, so that building again costs nothing.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { readIfThere } from '../files.mjs';
import { ROOT } from '../place.mjs';
import { BOX } from './box.mjs';
import { charactersOfBox } from './characters.mjs';

const shrink = promisify(brotliCompress);

/** The dearest quality (11) takes twenty times as long for 4 % less. */
const BROTLI = {
  [constants.BROTLI_PARAM_QUALITY]: 9,
  [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
};

/** Raised when the same inputs are to make other bytes. */
const RECIPE = 1;
const MODULES = join(ROOT, 'node_modules');
const CACHE = join(ROOT, '.cache', 'fonts');

/** @typedef {{ key: string, name: string, sha256: string }} Made */

/**
 * Writes `<sha256>.ttf`, `<sha256>.ttf.br` and `OFL.txt`, which goes wherever the fonts go.
 * @param {string} folder
 * @param {string} [cache] where what was made before is kept
 * @returns {Promise<Made[]>}
 */
export async function makeBoxFonts(folder, cache = CACHE) {
  await mkdir(folder, { recursive: true });
  const characters = await charactersOfBox();
  /** @type {Made[]} */
  const made = [];
  for (const [key, { name, from }] of Object.entries(BOX)) {
    const sha256 = await cached(cache, join(MODULES, from), characters);
    for (const file of [`${sha256}.ttf`, `${sha256}.ttf.br`]) {
      await copyFile(join(cache, file), join(folder, file));
    }
    made.push({ key, name, sha256 });
  }
  await writeFile(join(folder, 'OFL.txt'), await licences());
  return made;
}

/**
 * @param {string} cache
 * @param {string} path of the whole font
 * @param {string} characters
 * @returns {Promise<string>} the subset's hash; its files are in the cache
 */
async function cached(cache, path, characters) {
  const whole = await readFile(path);
  const inputs = createHash('sha256').update(`${RECIPE}\0${await subsetterVersion()}\0`);
  const note = join(cache, inputs.update(`${characters}\0`).update(whole).digest('hex'));
  const known = await readIfThere(note);
  if (known !== null && (await isWhole(cache, known))) return known;
  const { default: subset } = await import('subset-font');
  const bytes = await subset(whole, characters, {
    targetFormat: 'truetype',
    // A paper sets each character by itself: neither ligatures nor hints are of use there.
    keepFeatures: [],
    noHinting: true,
    noLayoutClosure: true,
    dropTables: ['BASE', 'GPOS', 'GSUB', 'STAT', 'gasp', 'vhea', 'vmtx'],
  });
  const sha256 = hashOf(bytes);
  await mkdir(cache, { recursive: true });
  await put(join(cache, `${sha256}.ttf.br`), await shrink(bytes, { params: BROTLI }));
  await put(join(cache, `${sha256}.ttf`), bytes);
  await put(note, sha256);
  return sha256;
}

/** A cache that was cut short or touched makes anew. @param {string} cache @param {string} sha256 */
async function isWhole(cache, sha256) {
  try {
    await readFile(join(cache, `${sha256}.ttf.br`));
    return hashOf(await readFile(join(cache, `${sha256}.ttf`))) === sha256;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Under its name only when it is whole. @param {string} path @param {string | Uint8Array} content */
async function put(path, content) {
  const next = `${path}.${process.pid}`;
  try {
    await writeFile(next, content);
    await rename(next, path);
  } finally {
    await rm(next, { force: true });
  }
}

/** @param {Uint8Array} bytes */
function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @returns {Promise<string>} */
async function subsetterVersion() {
  const versions = ['subset-font', 'harfbuzzjs'].map(async (name) => {
    const text = await readFile(join(MODULES, name, 'package.json'), 'utf8');
    return String(JSON.parse(text).version);
  });
  return (await Promise.all(versions)).join(' ');
}

async function licences() {
  const paths = [...new Set(Object.values(BOX).map(({ licence }) => licence))];
  const texts = await Promise.all(paths.map((path) => readFile(join(MODULES, path), 'utf8')));
  return texts.join(`\n${'='.repeat(72)}\n\n`);
}
