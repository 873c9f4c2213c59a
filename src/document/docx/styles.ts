/**
 * The styles of a paper, by the names that a clerk looks for in 样式. All form is
 * here: whoever changes 公文正文 in Word changes every paragraph of it.
 */
import { FACES, type FaceName, fontsXml, WORD } from './faces.ts';
import { BODY_POINTS, LETTER_TWIPS, LINE_TWIPS } from './measures.ts';

export const RED = 'C00A10';

interface StyleSpec {
  readonly id: string;
  readonly name: string;
  readonly face: FaceName;
  readonly points: number;
  readonly align: 'both' | 'left' | 'center' | 'right';
  /** Letters by which the first line is moved in. */
  readonly indent?: number;
  /** Exact pitch in twips; `auto` where a picture or the type decides. */
  readonly line: number | 'auto';
  /** Level in Word's navigation, 0 the highest. */
  readonly outline?: number;
  readonly red?: true;
  readonly keepNext?: true;
  /** Twips by which each letter stands closer. */
  readonly closer?: number;
}

const SMALL = 12;
const SMALL_LINE = 360;
const TITLE_LINE = 700;
/**
 * 28 letters of 16 pt are wider than the text block by 5.8 pt. LibreOffice gives each
 * letter that is wider than the grid's cell two cells, so the letters stand closer by
 * themselves and the lines by their exact pitch: 22 × 28 in every program. Of 5 twips,
 * rounding leaves LibreOffice 27; a line that is set even fills the block either way.
 */
const CLOSER = 6;

const body = {
  face: FACES.fangsong,
  points: BODY_POINTS,
  align: 'both',
  line: LINE_TWIPS,
  closer: CLOSER,
} as const;
const small = { face: FACES.fangsong, points: SMALL, line: SMALL_LINE } as const;
const form = { face: FACES.fangsong, points: 14, line: 440 } as const;
const heading = { face: FACES.xiaobiaosong, align: 'center', keepNext: true } as const;

const SPECS: readonly StyleSpec[] = [
  { ...heading, id: 'Heading', name: '发文机关标志', points: 30, line: 'auto', red: true },
  { ...body, id: 'Number', name: '发文字号', align: 'center', keepNext: true },
  { ...heading, id: 'Title', name: '公文标题', points: 22, line: TITLE_LINE, outline: 0 },
  { ...body, id: 'Addressee', name: '主送机关' },
  { ...body, id: 'Text', name: '公文正文', indent: 2 },
  {
    ...body,
    id: 'Level1',
    name: '一级标题',
    face: FACES.heiti,
    indent: 2,
    outline: 1,
    keepNext: true,
  },
  { ...body, id: 'Level2', name: '二级标题', indent: 2 },
  { ...body, id: 'Enclosure', name: '附件说明', align: 'left', keepNext: true },
  { ...body, id: 'Signature', name: '发文机关署名', align: 'right', keepNext: true },
  { ...body, id: 'Date', name: '成文日期', align: 'right' },
  { ...body, id: 'AnnexNo', name: '附件序号', face: FACES.heiti, align: 'left', keepNext: true },
  { ...small, id: 'Cell', name: '表格文字', align: 'left' },
  { ...small, id: 'CellCenter', name: '表格居中', align: 'center' },
  { ...small, id: 'CellHead', name: '表头', face: FACES.heiti, align: 'center' },
  { ...form, id: 'FormName', name: '表单项目', align: 'center' },
  { ...form, id: 'FormValue', name: '表单内容', align: 'left' },
  { ...small, id: 'Photo', name: '照片', align: 'center', line: 'auto', keepNext: true },
  {
    ...small,
    id: 'QrCaption',
    name: '二维码说明',
    face: FACES.heiti,
    points: 10.5,
    align: 'center',
    line: 280,
  },
  { ...small, id: 'Caption', name: '照片说明', align: 'center' },
  { ...form, id: 'PageNumber', name: '公文页码', face: FACES.songti, align: 'left', line: 400 },
  {
    ...form,
    id: 'Mark',
    name: '状态标记',
    face: FACES.heiti,
    points: 20,
    align: 'center',
    line: 680,
  },
  { ...small, id: 'MarkSentence', name: '状态说明', face: FACES.heiti, align: 'left' },
  { ...small, id: 'Gap', name: '间隔', align: 'left', points: 1, line: 20 },
];

/** `w:styles`, whole. */
export function stylesXml(): string {
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(FACES.fangsong)}${size(BODY_POINTS)}` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault/></w:docDefaults>';
  return (
    `<w:styles xmlns:w="${WORD}">${defaults}${normal()}${tableDefault()}` +
    `${SPECS.map(paragraphStyle).join('')}${letterStyles()}</w:styles>`
  );
}

/**
 * Kinsoku on, no mark hangs into the margin, no space of its own between Chinese
 * and figures: otherwise 28 letters a line are none. The size stands here too:
 * LibreOffice takes the grid's pitch from this style and not from the defaults. (Its
 * 7.4 reads `overflowPunct` the wrong way round, and lets a mark hang all the same.)
 */
function normal(): string {
  return (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    '<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:overflowPunct w:val="0"/>' +
    '<w:topLinePunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${LINE_TWIPS}" w:lineRule="exact"/>` +
    `<w:jc w:val="both"/></w:pPr><w:rPr><w:snapToGrid w:val="0"/>${size(BODY_POINTS)}</w:rPr></w:style>`
  );
}

function paragraphStyle(spec: StyleSpec): string {
  const spacing =
    spec.line === 'auto'
      ? '<w:spacing w:line="240" w:lineRule="auto"/>'
      : `<w:spacing w:line="${spec.line}" w:lineRule="exact"/>`;
  const indent =
    spec.indent === undefined
      ? ''
      : `<w:ind w:firstLineChars="${spec.indent * 100}" w:firstLine="${Math.round(spec.indent * LETTER_TWIPS)}"/>`;
  const outline = spec.outline === undefined ? '' : `<w:outlineLvl w:val="${spec.outline}"/>`;
  const keep = spec.keepNext ? '<w:keepNext/>' : '';
  const colour = spec.red ? `<w:color w:val="${RED}"/>` : '';
  const closer = spec.closer === undefined ? '' : `<w:spacing w:val="${-spec.closer}"/>`;
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${spec.id}"><w:name w:val="${spec.name}"/>` +
    `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${keep}${spacing}${indent}` +
    `<w:jc w:val="${spec.align}"/>${outline}</w:pPr>` +
    `<w:rPr>${fontsXml(spec.face)}${colour}${closer}${size(spec.points)}</w:rPr></w:style>`
  );
}

/** What stands out within a paragraph: 黑体, or 楷体 where it heads one; and two that the library uses. */
function letterStyles(): string {
  const style = (id: string, name: string, form: string) =>
    `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
    `<w:rPr>${form}</w:rPr></w:style>`;
  const raised = '<w:vertAlign w:val="superscript"/>';
  return [
    style('Strong', '着重', fontsXml(FACES.heiti)),
    style('Lead', '二级标题字', fontsXml(FACES.kaiti)),
    style('FootnoteReference', '脚注引用', raised),
    style('EndnoteReference', '尾注引用', raised),
  ].join('');
}

function tableDefault(): string {
  return (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
  );
}

function size(points: number): string {
  const half = Math.round(points * 2);
  return `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
}
