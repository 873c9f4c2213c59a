import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './place.mjs';

/**
 * The file's text, or null where there is none to read.
 * @param {string} path
 */
export async function readIfThere(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** @param {unknown} error */
export function isMissing(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * One hash over the names and contents of files and folders, given relative to
 * the checkout. Contents, not times: a clone, a copy and a container agree.
 * @param {readonly string[]} parts
 */
export async function hashOf(parts) {
  const files = (await Promise.all(parts.map(filesUnder))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(ROOT, file))));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    hash.update(`${file}\0${contents[index]?.length}\0`).update(contents[index] ?? '');
  }
  return hash.digest('hex');
}

/**
 * @param {string} part
 * @returns {Promise<string[]>}
 */
async function filesUnder(part) {
  try {
    const entries = await readdir(join(ROOT, part), { withFileTypes: true });
    const nested = entries
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) =>
        entry.isFile() ? [`${part}/${entry.name}`] : filesUnder(`${part}/${entry.name}`),
      );
    return (await Promise.all(nested)).flat();
  } catch (error) {
    if (isMissing(error)) return [];
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [part];
    throw error;
  }
}
