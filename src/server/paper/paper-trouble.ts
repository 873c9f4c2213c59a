/** Why a paper cannot be made, for the person who asked for it. */
const SENTENCES = {
  'notice-missing': '没有这个文号的公文',
  'paper-missing': '这份通知书签发时还没有留存纸面内容，不能照原样生成',
  'font-missing': '签发时所用的字体不在服务器的数据目录里，不能照原样生成',
} as const;

export class PaperTrouble extends Error {
  readonly code: keyof typeof SENTENCES;

  constructor(code: keyof typeof SENTENCES, detail = '') {
    super(detail === '' ? SENTENCES[code] : `${SENTENCES[code]}：${detail}`);
    this.code = code;
  }
}
