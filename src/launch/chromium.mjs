/** The real Chromium that end-to-end tests, pictures and measurements drive: the system's first. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { aptInstall, mayUseApt } from './debian.mjs';
import { onPath } from './on-path.mjs';
import { ROOT } from './place.mjs';
import { SetupError, say } from './say.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium on this machine, or null. `CHROMIUM_PATH` names another one. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && existsSync(named)) return named;
  const found = (await onPath(NAMES)) ?? USUAL_PLACES.find((place) => existsSync(place));
  if (found !== undefined) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** Path of a Chromium, installed now where none is there; throws with what to do where none can be had. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  if (await mayUseApt()) await aptInstall(['chromium', 'fonts-noto-cjk']);
  else {
    say('没有找到 Chromium，正在下载 Playwright 自带的一份……');
    await runNode([
      join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'),
      'install',
      'chromium',
    ]);
  }
  const installed = await findChromium();
  if (installed !== null) return installed;
  throw new SetupError(
    '端到端测试需要 Chromium，但没有找到，也没能自动安装。请安装 Chromium 或 Chrome(Debian:apt-get install -y chromium fonts-noto-cjk)，或用 CHROMIUM_PATH 指明它的位置。',
    'End-to-end tests need Chromium: none was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}
