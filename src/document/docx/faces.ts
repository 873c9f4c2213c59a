/**
 * The faces by the names under which an office's computer has them; the file holds
 * no font. Another name by which the same face is sold stands beside it, so that a
 * machine with only the other one takes that and not whatever comes first.
 */

export const FACES = {
  xiaobiaosong: '方正小标宋简体',
  fangsong: '仿宋_GB2312',
  kaiti: '楷体_GB2312',
  heiti: '黑体',
  songti: '宋体',
} as const;
export type FaceName = (typeof FACES)[keyof typeof FACES];

interface FontEntry {
  readonly name: FaceName;
  readonly others: string;
  readonly panose: string;
  readonly family: 'roman' | 'modern' | 'auto';
}

const ENTRIES: readonly FontEntry[] = [
  {
    name: FACES.xiaobiaosong,
    others: 'FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong',
    panose: '02010601030101010101',
    family: 'auto',
  },
  {
    name: FACES.fangsong,
    others: 'FangSong_GB2312,仿宋,FangSong,华文仿宋,STFangsong',
    panose: '02010609030101010101',
    family: 'modern',
  },
  {
    name: FACES.kaiti,
    others: 'KaiTi_GB2312,楷体,KaiTi,华文楷体,STKaiti',
    panose: '02010609030101010101',
    family: 'modern',
  },
  { name: FACES.heiti, others: 'SimHei', panose: '02010609060101010101', family: 'modern' },
  { name: FACES.songti, others: 'SimSun', panose: '02010600030101010101', family: 'auto' },
];

/** `w:fonts`; charset 86 is GB2312. */
export function fontTableXml(): string {
  const fonts = ENTRIES.map(
    (font) =>
      `<w:font w:name="${font.name}"><w:altName w:val="${font.others}"/>` +
      `<w:panose1 w:val="${font.panose}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${font.family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<w:fonts xmlns:w="${WORD}">${fonts.join('')}</w:fonts>`;
}

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** One face for every script: figures and quotation marks are as wide as the PDF's. */
export function fontsXml(face: FaceName): string {
  return `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}" w:cs="${face}"/>`;
}
