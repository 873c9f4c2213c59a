/** What a first visit downloads before somebody can sign in and see the list; and all that a tablet keeps. */
import { firstScripts, gzipBytes } from '../support/first-load.ts';
import { type Figure, round } from './figures.ts';

export const FIRST_LOAD_AIM = 100 * 1024;

export async function measureFirstLoad(): Promise<Figure> {
  const scripts = await firstScripts();
  const bytes = await gzipBytes(scripts);
  return {
    what: 'first load: scripts for sign-in and today’s list, gzip',
    measured: `${round(bytes / 1024)} KB`,
    floor: '—',
    ratio: '—',
    aim: '≤ 100 KB',
    reached: bytes <= FIRST_LOAD_AIM,
    rounds: [`${scripts.size} files`],
  };
}
