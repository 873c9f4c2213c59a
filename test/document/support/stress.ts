/** A long Chinese text with every mark in every place; the same on every run. */

const OPEN = ['（', '《', '“', '〔', '「', '【'] as const;
const CLOSE = ['）', '》', '”', '〕', '」', '】'] as const;
const PAUSE = ['，', '。', '、', '；', '：', '？', '！', '——', '……', '·'] as const;
const PLAIN =
  '红山路金榆小区楼道飞线充电人行道护栏缺失未设警示标志存在安全隐患公益广告破损褪色主题景观小品积尘较多垃圾分类亭外溢';
const WORDS = [
  '2026年',
  '95.5%',
  '26℃',
  '0912-0000000',
  '138 0000 0000',
  'GB/T 9704',
  '1,000米',
  '10:42',
  '3号',
] as const;

/** Paragraphs of so many characters in all. */
export function stressText(characters: number): string[] {
  let seed = 20261123;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pick = <T>(from: readonly T[], none: T): T => from[draw(from.length)] ?? none;
  const paragraphs: string[] = [];
  // A paragraph begins with a character, whatever the text holds.
  let text = '国';
  let length = 0;
  while (length < characters) {
    const begun = text.length;
    const kind = draw(10);
    if (kind < 5) for (let n = draw(9) + 1; n > 0; n -= 1) text += PLAIN[draw(PLAIN.length)] ?? '';
    else if (kind < 7) text += pick(PAUSE, '，');
    else if (kind < 8) text += pick(WORDS, '1');
    else {
      const nth = draw(OPEN.length);
      text += `${OPEN[nth]}${PLAIN.slice(0, draw(6))}${CLOSE[nth]}`;
    }
    length += text.length - begun;
    if (text.length > 900) {
      paragraphs.push(`${text}。`);
      text = '国';
    }
  }
  return [...paragraphs, `${text}。`];
}
