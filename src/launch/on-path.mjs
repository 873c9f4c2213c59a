import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** @param {string} file */
export async function isRunnable(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The first of the names that PATH has, or null.
 * @param {readonly string[]} names
 */
export async function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (await isRunnable(file)) return file;
      }
    }
  }
  return null;
}
