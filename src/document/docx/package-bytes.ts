/**
 * The library's package made the same on every machine: fixed parts, fixed times, no
 * id that it drew at random. The same paper must give the same bytes for good.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { fontTableXml } from './faces.ts';
import { settingsXml } from './settings.ts';
import { stylesXml } from './styles.ts';

export interface Properties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly issuedAt: number;
}

const MEDIA = 'word/media/';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Without a zone: a ZIP holds the time of the wall, the same in every zone. */
const ZIP_TIME = '1980-01-01T12:00:00';
const PROGRAM = '巡点';

/** `pictures` by what stands in their place; the types of the parts come first, as Word has them. */
export function samePackage(
  bytes: Uint8Array,
  pictures: ReadonlyMap<string, Uint8Array>,
  properties: Properties,
): Uint8Array {
  const parts = unzipSync(bytes);
  const fixed: Record<string, string> = {
    'word/styles.xml': stylesXml(),
    'word/settings.xml': settingsXml(),
    'word/fontTable.xml': fontTableXml(),
    'docProps/core.xml': coreXml(properties),
  };
  const names = Object.keys(parts).sort(contentTypesFirst);
  const zip: Zippable = {};
  for (const name of names) {
    const text = fixed[name];
    const part = parts[name];
    if (part === undefined) continue;
    if (name.startsWith(MEDIA)) zip[name] = [pictureFor(part, pictures), { level: 0 }];
    else zip[name] = [text === undefined ? part : strToU8(XML + text), { level: 9 }];
  }
  return zipSync(zip, { mtime: ZIP_TIME, os: 0 });
}

function contentTypesFirst(a: string, b: string): number {
  const first = '[Content_Types].xml';
  if (a === first) return -1;
  if (b === first) return 1;
  return a < b ? -1 : 1;
}

function pictureFor(part: Uint8Array, pictures: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const picture = pictures.get(strFromU8(part));
  if (picture === undefined) throw new Error('a picture of the DOCX has lost its bytes');
  return picture;
}

function coreXml(properties: Properties): string {
  const at = new Date(properties.issuedAt).toISOString();
  const time = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(properties.title)}</dc:title><dc:subject>${escaped(properties.subject)}</dc:subject>` +
    `<dc:creator>${escaped(properties.creator)}</dc:creator><cp:lastModifiedBy>${PROGRAM}</cp:lastModifiedBy>` +
    `<cp:revision>1</cp:revision>${time('created')}${time('modified')}<dc:language>zh-CN</dc:language>` +
    '</cp:coreProperties>'
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
