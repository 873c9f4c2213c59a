/** Names of files that Windows takes, no two of which it holds for the same. */
import { withoutRefused } from '../../document/file-name.ts';

/** Names of devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;
const NAMELESS = '未命名';
const MOST_LETTERS = 120;

export class ZipNames {
  readonly #taken = new Set<string>();

  /** The name, made fit; `（2）` and so on before its ending where it is taken. */
  take(wanted: string): string {
    const { stem, ending } = split(wanted);
    for (let nth = 1; ; nth += 1) {
      const name = `${stem}${nth === 1 ? '' : `（${nth}）`}${ending}`;
      // Windows tells no capital from a small letter.
      const key = name.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return name;
    }
  }
}

function split(wanted: string): { readonly stem: string; readonly ending: string } {
  const clean = withoutRefused(wanted.normalize('NFC'));
  const ending = /\.[a-z\d]{1,5}$/iu.exec(clean)?.[0] ?? '';
  const letters = Array.from(clean.slice(0, clean.length - ending.length));
  // Windows drops a dot or a space at the end, and then finds the file no more.
  const stem = letters
    .slice(0, MOST_LETTERS)
    .join('')
    .trim()
    .replace(/[. ]+$/u, '');
  if (stem === '') return { stem: NAMELESS, ending };
  return { stem: DEVICE.test(stem) ? `_${stem}` : stem, ending };
}
