/** What the tests of papers look at a PDF with: poppler's tools and qpdf, small and in every Debian. */
import { aptInstall, mayUseApt } from './debian.mjs';
import { onPath } from './on-path.mjs';
import { say } from './say.mjs';

const PACKAGES = { pdftotext: 'poppler-utils', pdftoppm: 'poppler-utils', qpdf: 'qpdf' };

/** Installs those that are lacking where a Debian root may; otherwise says which, and the tests fail by name. */
export async function ensurePdfTools() {
  const lacking = await lackingPackages();
  if (lacking.length === 0) return;
  if (await mayUseApt()) await aptInstall(lacking);
  const left = await lackingPackages();
  if (left.length === 0) return;
  say(
    `公文测试需要 ${left.join('、')}，本机没有，也没能自动安装。请安装后再试(Debian:apt-get install -y ${left.join(' ')}；macOS:brew install poppler qpdf)。`,
  );
}

async function lackingPackages() {
  /** @type {Set<string>} */
  const lacking = new Set();
  for (const [tool, name] of Object.entries(PACKAGES)) {
    if ((await onPath([tool])) === null) lacking.add(name);
  }
  return [...lacking];
}
