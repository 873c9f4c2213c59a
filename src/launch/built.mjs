/** Whether dist/ was made from what lies here now, and making it where it was not. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { hashOf, readIfThere } from './files.mjs';
import { DIST, ROOT } from './place.mjs';
import { SetupError, say } from './say.mjs';

export const BUILD_STAMP = join(DIST, 'built-from');

const SOURCES = [
  'index.html',
  'package.json',
  'package-lock.json',
  'public',
  'src/client',
  'src/document',
  'src/domain',
  'src/launch/build.mjs',
  'src/launch/fonts',
  'src/protocol',
  'src/server',
  'sw',
  'vite.config.ts',
];

/** Hash of all that a build is made from. */
export function sourceHash() {
  return hashOf(SOURCES);
}

/**
 * The version that the app, the server and the devices' list show.
 * @param {string} hash of the sources
 */
export async function appVersion(hash) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  return `${version}+${hash.slice(0, 8)}`;
}

/** Builds what is stale, in a process of its own so that its memory is not the server's. */
export async function ensureBuilt() {
  if ((await readIfThere(BUILD_STAMP)) === (await sourceHash())) return;
  say('正在生成程序（约 10 秒）……');
  const code = await runNode([join(ROOT, 'src', 'launch', 'build.mjs')]);
  if (code === 0) return;
  throw new SetupError('程序没有生成成功，原因见上。', 'The build failed; the reason is above.');
}
