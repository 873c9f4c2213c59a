/**
 * The libraries that `npm run bench` measures the product beside: a package of
 * their own under test/bench, installed only here. Nothing else needs them.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, readIfThere } from './files.mjs';
import { runNpm } from './install.mjs';
import { ROOT } from './place.mjs';
import { say } from './say.mjs';

const HOME = join(ROOT, 'test', 'bench');
const STAMP = join(HOME, 'node_modules', '.installed');

/** Installs them where they are missing or others; answers whether they are there. */
export async function ensurePeers() {
  const wanted = await hashOf(['test/bench/package.json', 'test/bench/package-lock.json']);
  if ((await readIfThere(STAMP)) === wanted) return true;
  say('正在安装用来对比的程序库（PouchDB、RxDB，约 120 MB，只装在 test/bench）……');
  say(
    'Installing the peers to measure beside (PouchDB, RxDB; about 120 MB, into test/bench alone)…',
  );
  // None needs its install script: LevelDB comes prebuilt in its package.
  const code = await runNpm([
    'install',
    '--prefix',
    HOME,
    '--no-save',
    '--omit=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code === 0) {
    await writeFile(STAMP, wanted);
    return true;
  }
  say('对比用的程序库没有装上，只测本程序和下限。要一起测，请检查网络或 npm 镜像后重新运行。');
  say(
    'The peers could not be installed: only the product and its floors are measured. Check the network or npm registry and run again to have them, too.',
  );
  return false;
}
