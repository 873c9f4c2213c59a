/** Another version of the program: built for real, from a copy of this checkout. */
import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../support/walls/source-file.ts';

const run = promisify(execFile);

/** What a build is made from. */
const PARTS = [
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'sw',
  'test/vitest.config.ts',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * Builds it into a folder, which can then be served; its page bears the version
 * as `<meta name="mark">`.
 * @param version e.g. `0.1.1`
 */
export async function otherVersion(folder: string, version: string): Promise<string> {
  for (const part of PARTS) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await change(join(folder, 'package.json'), /"version": "[^"]+"/, `"version": "${version}"`);
  const mark = `<meta name="mark" content="${version}"></head>`;
  await change(join(folder, 'index.html'), '</head>', mark);
  await run(process.execPath, [join(folder, 'src/launch/build.mjs')], { cwd: folder });
  return folder;
}

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
  await writeFile(file, changed);
}
