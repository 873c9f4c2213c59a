/**
 * From what should be to what is wrong: an item's text states the standard, a
 * problem needs its opposite. A first wording only; the inspector writes the fact.
 */

/** Longer than this is no phrase to tap. */
const LONGEST = 18;
const MOST = 4;

/** How a standard ends, and how its failing is said. The longer ending stands first. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/完好有效$/, '损坏或失效'],
  [/完好(?:可用|安全|清晰|整洁)$/, '损坏或不可用'],
  [/齐全(?:完好|有效|清晰)$/, '缺失或损坏'],
  [/(?:清晰|整洁|齐全|牢固)?完好$/, '破损'],
  [/有序(停放|候客|排队)$/, '$1无序'],
  [/规范(停放|着装|收运)$/, '$1不规范'],
  [/在划线内停放$/, '没有停放在划线内'],
  [/(?:干净)?(整洁|干净|洁净|清洁)$/, '不$1'],
  [/有序$/, '无序'],
  [/(?:正常)?(开放|运行|使用)$/, '没有正常$1'],
  [/(?:正常)(检测)/, '没有$1'],
  [/(?:并)?落实$/, '没有落实'],
  [/(?:并)?公示$/, '没有公示'],
  [/(?:并)?上墙$/, '没有上墙'],
  [/良好$/, '不好'],
  [
    /(畅通|清楚|清晰|平整|规范|规整|达标|明显|齐全|合理|及时|完善|牢固|有效|可用|连通|到位|准确|文明)$/,
    '不$1',
  ],
];

/** What is to be there, and how its absence is said. */
const MISSING =
  /^(.{0,14}?)(设有|悬挂|展示|公示|提供|刊播|播放|落实|挂牌|设(?!施|备|置))(?!不)(.+)$/;
const LACKING = /^(.{0,12}?)有(?!序|效|关爱未成年人工|无(?!障碍))(.+)$/;
/** 无 in the midst: what stands before it is the place, without the praise that ends it. */
const WITHOUT = /^(.+?)无(?!障碍|烟|主|证|序)(.+)$/;
const PRAISE = /(?:平整|干净整洁|干净|整洁|洁净|齐全|完好|畅通|满溢)$/;
const FORBIDDEN = /^(?:无|没有|不得|杜绝)(?!障碍|烟|线|主)(.+)$/;

function clausesOf(text: string): string[] {
  return text
    .replace(/[(（][^)）]*[)）]/g, '')
    .split(/[,，;；:：。]/)
    .map((clause) => clause.trim())
    .filter(Boolean);
}

/** 占道经营、无乱堆杂物 → 占道经营、乱堆杂物: each part may carry its own 无. */
function bare(parts: string): string {
  return parts
    .split('、')
    .map((part) => part.replace(/^无(?!障碍|证|主)/, ''))
    .join('、');
}

/** Several standards in one clause: none of them alone is the one that failed. */
const SEVERAL = /(?:整洁|完好|有效|畅通|清楚|清晰|牢固|及时|连续|合理|齐全|可用)、/;

/** The opposite of one clause. */
function opposite(clause: string): string {
  const rest = FORBIDDEN.exec(clause)?.[1];
  if (rest) return `存在${bare(rest)}`;
  if (SEVERAL.test(clause)) return `${clause}不到位`;
  const without = WITHOUT.exec(clause);
  if (without?.[1] && without[2]) {
    const place = without[1].replace(/、$/, '').replace(PRAISE, '');
    return `${place}存在${bare(without[2])}`;
  }
  const taken = /^(.+?)(?:畅通)?不被(.+)$/.exec(clause);
  if (taken) return `${taken[1]}被${taken[2]}`;
  if (/^不(?:占|堵)/.test(clause)) return clause.slice(1);
  const missing = MISSING.exec(clause);
  if (missing) return `${missing[1]}没有${missing[2]}${missing[3]}`.replace('没有设有', '没有设');
  const lacking = LACKING.exec(clause);
  if (lacking) return `${lacking[1]}没有${lacking[2]}`;
  const ending = ENDINGS.find(([pattern]) => pattern.test(clause));
  return ending ? clause.replace(ending[0], ending[1]) : `${clause}不到位`;
}

/** What the form starts with: the opposite of what is forbidden, or else of what is asked first. */
export function problemText(itemText: string): string {
  const clauses = clausesOf(itemText);
  const clause = clauses.find((part) => FORBIDDEN.test(part)) ?? clauses[0];
  return clause ? opposite(clause) : itemText;
}

/** Short wordings that one tap puts into the text. */
export function problemPhrases(itemText: string): string[] {
  const first = problemText(itemText);
  const parts = clausesOf(itemText).flatMap((clause) => {
    const rest = FORBIDDEN.exec(clause)?.[1];
    return rest ? bare(rest).split('、') : [opposite(clause)];
  });
  return [...new Set(parts)]
    .filter((part) => part.length >= 2 && part.length <= LONGEST && part !== first)
    .slice(0, MOST);
}

/** The text after a phrase was tapped: it takes the place of an untouched first wording. */
export function withPhrase(text: string, phrase: string, first: string): string {
  const written = text.trim();
  if (written === '' || written === first) return phrase;
  return written.includes(phrase) ? text : `${written.replace(/[,，。;；]$/, '')}，${phrase}`;
}
