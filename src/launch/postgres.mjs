/** The real PostgreSQL that the server's tests run on beside SQLite. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { aptInstall, mayUseApt } from './debian.mjs';
import { isMissing } from './files.mjs';
import { isRunnable, onPath } from './on-path.mjs';

const DEBIAN = '/usr/lib/postgresql';

/** Folder of the newest PostgreSQL's `initdb` and `postgres` on this machine, or null. */
export async function findPostgres() {
  for (const version of await versions()) {
    const folder = join(DEBIAN, version, 'bin');
    if (await isRunnable(join(folder, 'initdb'))) return folder;
  }
  const initdb = await onPath(['initdb']);
  return initdb === null ? null : dirname(initdb);
}

/** As `findPostgres`, after installing one where a Debian root may. */
export async function ensurePostgres() {
  const found = await findPostgres();
  if (found !== null || !(await mayUseApt())) return found;
  await aptInstall(['postgresql']);
  return findPostgres();
}

async function versions() {
  try {
    const names = await readdir(DEBIAN);
    return names.sort((a, b) => Number(b) - Number(a));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
