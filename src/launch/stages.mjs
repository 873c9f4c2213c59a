/** The stages of `npm test`: what each runs, and which of them a call asks for. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { runNode } from './child.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureLibreOffice } from './libre-office.mjs';
import { PLAYWRIGHT_REPORT, SIM_REPORT, VITEST_REPORT } from './outcome.mjs';
import { ensurePdfTools } from './pdf-tools.mjs';
import { ROOT } from './place.mjs';
import { ensurePostgres } from './postgres.mjs';
import { SetupError, say } from './say.mjs';
import { runSim } from './sim.mjs';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} title
 * @property {() => Promise<number>} run resolves to an exit code
 */

/** Folders of test/ that hold no vitest files. */
const NOT_VITEST = new Set(['bench', 'e2e', 'kills', 'look', 'support']);
const UNIT = [
  'test/architecture.test.ts',
  'test/domain',
  'test/protocol',
  'test/document',
  'test/launch',
];

/**
 * The stages that the arguments ask for; all of them without any.
 * @param {readonly string[]} args
 * @returns {Promise<Stage[]>}
 */
export async function stagesFor(args) {
  const at = args.indexOf('--only');
  const only = at < 0 ? undefined : args[at + 1];
  const paths = args.filter((arg, index) => arg !== '--only' && (at < 0 || index !== at + 1));
  if (at >= 0) return stagesOnly(only ?? '', paths);
  if (paths.length === 0) return [types, lint, vitest([]), sim, build, e2e([])];
  const browser = paths.filter((path) => path.includes('e2e') || path.includes('.spec.'));
  const node = paths.filter((path) => !browser.includes(path));
  return [
    ...(node.length > 0 ? [vitest(node)] : []),
    ...(browser.length > 0 ? [build, e2e(browser)] : []),
  ];
}

/**
 * @param {string} only
 * @param {readonly string[]} paths
 * @returns {Promise<Stage[]>}
 */
async function stagesOnly(only, paths) {
  if (only === 'types') return [types];
  if (only === 'lint') return [lint];
  if (only === 'e2e') return [build, e2e(paths)];
  if (only === 'unit') return [vitest(UNIT.filter((part) => existsSync(join(ROOT, part))))];
  const entries = await readdir(join(ROOT, 'test'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !NOT_VITEST.has(entry.name));
  const names = folders.map((folder) => folder.name);
  if (only === 'sim') return [vitest(['test/sim', ...paths]), sim];
  if (names.includes(only)) return [vitest([`test/${only}`, ...paths])];
  throw new SetupError(
    `--only 后面可以写：${['types', 'lint', 'unit', ...names, 'e2e'].join('、')}`,
    `"${only}" is none of the parts that --only knows.`,
  );
}

/** @type {Stage} */
const types = {
  name: 'types',
  title: '类型检查',
  run: () => runNode([bin('typescript/bin/tsc'), '-b']),
};

/** @type {Stage} */
const lint = {
  name: 'lint',
  title: '格式与规范检查',
  run: () => runNode([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
};

/** @type {Stage} */
const sim = {
  name: 'sim',
  title: '模拟：平板、网络与服务器的 300 段经历',
  run: () => runSim(['--seeds', '300'], { SIM_REPORT }),
};

/** @type {Stage} */
const build = {
  name: 'build',
  title: '生成程序',
  run: async () => {
    await ensureBuilt();
    return 0;
  },
};

/**
 * @param {readonly string[]} paths
 * @returns {Stage}
 */
function vitest(paths) {
  return {
    name: 'vitest',
    title: '规则、服务器与平板测试',
    run: async () => {
      await ensurePdfTools();
      if ((await ensurePostgres()) === null) {
        say('本机没有 PostgreSQL：服务器测试只在 SQLite 上运行，PostgreSQL 一半跳过。');
      }
      if ((await ensureLibreOffice()) === null) {
        say('本机没有 LibreOffice：公文的 DOCX 怎样打开不测，这部分跳过。');
      }
      return runNode([
        bin('vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${VITEST_REPORT}`,
        ...paths,
      ]);
    },
  };
}

/**
 * @param {readonly string[]} paths
 * @returns {Stage}
 */
function e2e(paths) {
  return {
    name: 'e2e',
    title: '真实浏览器中的端到端测试',
    run: async () => {
      const chromium = await ensureChromium();
      await ensurePdfTools();
      return runNode(
        [bin('@playwright/test/cli.js'), 'test', '--config', 'test/playwright.config.ts', ...paths],
        { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
      );
    },
  };
}

/** @param {string} path */
function bin(path) {
  return join(ROOT, 'node_modules', path);
}
