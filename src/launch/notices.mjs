/** The licences of what others wrote and the build carries: most ask that their text goes along. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './place.mjs';

const TEXTS = /^(licen[cs]e|notice|copying)/i;

/** One text of all packages that run on a tablet or at the office, each once, in the order of names. */
export async function thirdPartyNotices() {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  /** @type {Map<string, string>} */
  const notices = new Map();
  for (const [path, about] of Object.entries(lock.packages)) {
    if (path === '' || about.dev || about.devOptional || about.optional) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    notices.set(`${name} ${about.version}`, await noticeOf(path, about.license));
  }
  return [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${'='.repeat(72)}\n${name}\n${'='.repeat(72)}\n${text.trim()}\n`)
    .join('\n');
}

/**
 * @param {string} path
 * @param {string | undefined} licence
 */
async function noticeOf(path, licence) {
  const folder = join(ROOT, path);
  const files = (await readdir(folder)).filter((file) => TEXTS.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return [`Licence: ${licence ?? 'see below'}`, ...texts].join('\n\n');
}
