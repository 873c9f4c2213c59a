/**
 * The chain's end of each day, one line a day, in a file beside the store: whoever
 * shortens the chain later has to find this file, too, and every copy of it.
 */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainEnd } from '../store/office-lock.ts';
import { errorCode } from '../store/store-error.ts';
import { readEnd, sayEnd } from './entry.ts';
import type { KnownEnd } from './verify.ts';

export const DAY_LOG = 'history-days.txt';

export async function noteDay(dataDir: string, day: string, end: ChainEnd): Promise<void> {
  await appendFile(join(dataDir, DAY_LOG), `${day} ${sayEnd(end)}\n`, { mode: 0o600 });
}

export interface DayLog {
  readonly ends: readonly KnownEnd[];
  /** As it stands there; null before the first. */
  readonly last: { readonly day: string; readonly end: string } | null;
  /** A line that says nothing, from 1; null where every line does. */
  readonly spoiled: number | null;
}

export async function readDays(dataDir: string): Promise<DayLog> {
  const lines = (await textOf(join(dataDir, DAY_LOG))).split('\n');
  const ends: KnownEnd[] = [];
  let spoiled: number | null = null;
  let last: DayLog['last'] = null;
  for (const [i, line] of lines.entries()) {
    const [, day = '', end = ''] = /^(\d{4}-\d{2}-\d{2}) (.+)$/.exec(line) ?? [];
    const read = readEnd(end);
    if (read) {
      ends.push({ ...read, by: ` ${day} 的日志 ` });
      last = { day, end };
      continue;
    }
    // The last line may have been cut by the power.
    if (line !== '' && i < lines.length - 1) spoiled ??= i + 1;
  }
  return { ends, last, spoiled };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
