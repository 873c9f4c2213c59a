/** The sample accounts' password: random, made once, kept where only the server's user can read it. */
import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../store/store-error.ts';

/** Without the letters and figures that are taken for one another on a screen. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export async function samplePassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'sample-password');
  const kept = await readIfThere(file);
  if (kept !== '') return kept;
  const password = `${letters(4)}-${letters(4)}`;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function letters(count: number): string {
  return Array.from({ length: count }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}

async function readIfThere(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
