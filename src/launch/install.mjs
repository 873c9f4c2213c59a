/**
 * Brings node_modules to what package-lock.json says. An install made by hand
 * counts; one made for another Node or machine does not, since better-sqlite3
 * is compiled for the one that it was installed with.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { runChild } from './child.mjs';
import { hashOf, readIfThere } from './files.mjs';
import { CACHE, ROOT } from './place.mjs';
import { messageOf, SetupError, say } from './say.mjs';

const STAMP = join(CACHE, 'installed');

/** Installs what is missing; returns at once where nothing is. */
export async function ensureInstalled() {
  const wanted = await stampOf();
  if ((await readIfThere(STAMP)) === wanted) return;
  if (!((await treeMatchesLock()) && nativeLoads())) await install();
  await leaveStamp(wanted);
}

async function stampOf() {
  const lock = await hashOf(['package-lock.json']);
  return [lock, process.platform, process.arch, process.versions.modules].join(' ');
}

/** Whether npm's own record of the tree has each package of the lock at its version. */
async function treeMatchesLock() {
  const installed = packagesOf(await readIfThere(join(ROOT, 'node_modules', '.package-lock.json')));
  const wanted = packagesOf(await readIfThere(join(ROOT, 'package-lock.json')));
  for (const [path, { version, optional }] of wanted) {
    const found = installed.get(path);
    if (path === '' || (found === undefined && optional)) continue;
    if (found?.version !== version) return false;
  }
  return installed.size > 0;
}

/**
 * @param {string | null} lock
 * @returns {Map<string, { version: string, optional: boolean }>}
 */
function packagesOf(lock) {
  /** @type {{ packages?: Record<string, { version?: string, optional?: boolean }> }} */
  const parsed = lock === null ? {} : JSON.parse(lock);
  return new Map(
    Object.entries(parsed.packages ?? {}).map(([path, entry]) => [
      path,
      { version: entry.version ?? '', optional: entry.optional ?? false },
    ]),
  );
}

/** Whether the compiled store opens under this Node. */
function nativeLoads() {
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch (error) {
    say(`本机存储组件需要重新安装：${messageOf(error).split('\n')[0]}`);
    return false;
  }
}

async function install() {
  say('正在安装所需组件（npm install）。没有现成的数据库组件时要在本机编译，大约 2 分钟……');
  say(
    'Installing (npm install); where no prebuilt better-sqlite3 can be had it compiles for about 2 minutes…',
  );
  // Not `npm ci`: it wants the lock to name the binaries of every platform, also of those that
  // a registry's mirror does not carry. The versions come from the lock all the same.
  const code = await runNpm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']);
  if (code === 0 && nativeLoads()) return;
  throw new SetupError(
    '组件没有装好。请检查网络或 npm 镜像设置、磁盘空间和本文件夹的写权限；编译 better-sqlite3 需要 C++ 工具链（Debian：apt-get install -y build-essential python3）。看过上面的错误后重新运行即可。',
    'The install failed. Check the network or npm registry, disk space and write access to this folder; compiling better-sqlite3 needs a C++ toolchain (Debian: apt-get install -y build-essential python3). Then run the same command again.',
  );
}

/**
 * The npm that runs this script, or the one on the path; resolves to its exit code.
 * @param {readonly string[]} args
 */
export async function runNpm(args) {
  const own = process.env.npm_execpath;
  // What has to be compiled is compiled on every core.
  const env = { JOBS: 'max', ...process.env };
  try {
    return own !== undefined && basename(own) === 'npm-cli.js'
      ? await runChild(process.execPath, [own, ...args], { env })
      : await runChild('npm', args, { env, shell: process.platform === 'win32' });
  } catch (error) {
    throw new SetupError(
      `找不到 npm（${messageOf(error)}）。它随 Node.js 一起安装。`,
      'npm was not found; it comes with Node.js.',
    );
  }
}

/** @param {string} stamp */
async function leaveStamp(stamp) {
  try {
    await mkdir(CACHE, { recursive: true });
    await writeFile(STAMP, stamp);
  } catch (error) {
    // Another user's folder: nothing is missing, the next start merely looks again.
    say(`（无法记下安装状态：${messageOf(error)}）`);
  }
}
