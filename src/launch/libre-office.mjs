/** The LibreOffice in which tests open what the program writes as DOCX. */
import { existsSync } from 'node:fs';
import { aptInstall, mayUseApt } from './debian.mjs';
import { onPath } from './on-path.mjs';

const USUAL_PLACES = [
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** Path of its program on this machine, or null. */
export async function findLibreOffice() {
  const found = await onPath(['soffice', 'libreoffice']);
  return found ?? USUAL_PLACES.find((place) => existsSync(place)) ?? null;
}

/** As `findLibreOffice`, after installing Writer (no window, about 200 MB) where a Debian root may. */
export async function ensureLibreOffice() {
  const found = await findLibreOffice();
  if (found !== null || !(await mayUseApt())) return found;
  await aptInstall(['libreoffice-writer-nogui', 'poppler-utils']);
  return findLibreOffice();
}
