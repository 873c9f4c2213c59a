/** What poppler and qpdf find in a PDF; a tool that isn't there is named, with how to get it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PACKAGES = {
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
} as const;

export async function pdfTool(
  name: keyof typeof PACKAGES,
  args: readonly string[],
): Promise<Buffer> {
  try {
    const { stdout } = await run(name, [...args], { encoding: 'buffer', maxBuffer: 2 ** 28 });
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        `公文测试需要 ${name}，本机没有。请安装：apt-get install -y ${PACKAGES[name]} / ` +
          `The tests of papers need ${name}: install ${PACKAGES[name]}.`,
      );
    }
    throw error;
  }
}

export interface Word {
  readonly text: string;
  /** pt from the page's upper left corner. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The words of each page with their boxes (`pdftotext -bbox`). */
export async function wordsOf(file: string): Promise<Word[][]> {
  const html = (await pdfTool('pdftotext', ['-bbox', file, '-'])).toString('utf8');
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text]) => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: plain(text ?? ''),
      })),
    );
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Words that stand on one line, top to bottom, without spaces. Boxes as high as each other are told apart by `slack` pt. */
export function linesIn(words: readonly Word[], slack = 3): string[] {
  const lines: { middle: number; words: Word[] }[] = [];
  for (const word of words) {
    const middle = (word.top + word.bottom) / 2;
    const line = lines.find((each) => Math.abs(each.middle - middle) <= slack);
    if (line) line.words.push(word);
    else lines.push({ middle, words: [word] });
  }
  return lines
    .sort((a, b) => a.middle - b.middle)
    .map((line) =>
      line.words
        .sort((a, b) => a.left - b.left)
        .map((word) => word.text)
        .join('')
        .replace(/\s/g, ''),
    );
}
