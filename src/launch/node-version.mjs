import { SetupError } from './say.mjs';

const NEEDED = { major: 20, minor: 19 };

/**
 * Throws the sentence to show where this Node is too old to run the program.
 * @param {string} version e.g. `20.19.0`
 */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor);
  if (enough) return;
  const needed = `${NEEDED.major}.${NEEDED.minor}`;
  throw new SetupError(
    `需要 Node.js ${needed} 或更新的版本，现在是 ${version}。请到 https://nodejs.org 下载后重试。`,
    `Node.js ${needed} or newer is needed; this is ${version}. Get it from https://nodejs.org and try again.`,
  );
}
