/**
 * Whether a file is a font that a paper may be printed in: one font with TrueType
 * outlines, whole, whose licence lets it be embedded (OpenType 1.9, `OS/2` fsType).
 */
import { Buffer } from 'node:buffer';
import type { Font } from 'fontkit';
import type { FontMetrics } from '../../document/font-metrics.ts';
import { countCovered } from '../../document/font-metrics.ts';
import type { FailureCode } from '../../protocol/failures.ts';
import { fontOpener, measureFont } from './measure.ts';

export type JudgedFont =
  | { readonly ok: true; readonly name: string; readonly metrics: FontMetrics }
  | { readonly ok: false; readonly code: FailureCode };

const HEADER = 12;
const RECORD = 16;
/** What a paper, and its subset in a PDF, cannot be made without. */
const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];

export async function judgeFont(bytes: Uint8Array): Promise<JudgedFont> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(data);
  if (kind !== 'truetype') return refused(kind);
  const tables = tablesOf(data);
  if (tables === null) return refused('font-damaged');
  if (tables.has('CFF ') || tables.has('CFF2')) return refused('font-outlines');
  if (!NEEDED.every((tag) => tables.has(tag))) return refused('font-damaged');
  if (!mayBeEmbedded(data, tables.get('OS/2'))) return refused('font-restricted');
  const open = await fontOpener();
  try {
    const font = open(bytes);
    const metrics = measureFont(font);
    if (countCovered(metrics) === 0 || !draws(font)) return refused('font-damaged');
    return { ok: true, name: nameOf(font), metrics };
  } catch {
    // The parser throws whatever it stumbles over; of what is in the file, that is all there is to say.
    return refused('font-damaged');
  }
}

function refused(code: FailureCode): JudgedFont {
  return { ok: false, code };
}

function kindOf(data: Buffer): 'truetype' | 'font-collection' | 'font-outlines' | 'font-not-font' {
  if (data.length < HEADER) return 'font-not-font';
  switch (data.toString('latin1', 0, 4)) {
    case '\0\x01\0\0':
    case 'true':
      return 'truetype';
    case 'ttcf':
      return 'font-collection';
    case 'OTTO':
      return 'font-outlines';
    default:
      return 'font-not-font';
  }
}

/** Where each table begins, by tag; null where the file ends before one of them does. */
function tablesOf(data: Buffer): Map<string, number> | null {
  const count = data.readUInt16BE(4);
  if (data.length < HEADER + count * RECORD) return null;
  const tables = new Map<string, number>();
  for (let nth = 0; nth < count; nth += 1) {
    const at = HEADER + nth * RECORD;
    const offset = data.readUInt32BE(at + 8);
    if (offset + data.readUInt32BE(at + 12) > data.length) return null;
    tables.set(data.toString('latin1', at, at + 4), offset);
  }
  return tables;
}

const RESTRICTED = 0x0002;
const PRINTABLE_OR_EDITABLE = 0x0004 | 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

/** Of several permissions the least restrictive holds; a PDF carries a subset of outlines. */
function mayBeEmbedded(data: Buffer, os2: number | undefined): boolean {
  if (os2 === undefined) return true;
  const permission = data.readUInt16BE(os2 + 8);
  if ((permission & (NO_SUBSETTING | BITMAP_ONLY)) !== 0) return false;
  return (permission & RESTRICTED) === 0 || (permission & PRINTABLE_OR_EDITABLE) !== 0;
}

/** Some of what it says it has can be drawn. */
function draws(font: Font): boolean {
  const sample = [...'国一仿0A'].map((char) => char.codePointAt(0) ?? 0);
  const had = sample.filter((code) => font.hasGlyphForCodePoint(code));
  return had.every((code) => font.glyphForCodePoint(code).path.commands.length > 0);
}

/** As the maker calls it, in Chinese where it says so. */
function nameOf(font: Font): string {
  const name = font.getName('fullName', 'zh') ?? font.fullName ?? font.postscriptName;
  const plain = String(name ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return plain === '' ? '没有名称的字体' : plain.slice(0, 100);
}
