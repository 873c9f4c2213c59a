/** Small fonts cut from a real one, and files that only look like fonts. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subset from 'subset-font';
import { ROOT } from './walls/source-file.ts';

const WHOLE = 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';

/** As its makers give it out: 30,000 characters, 15 MB. */
export function wholeFont(): Promise<Buffer> {
  return readFile(join(ROOT, WHOLE));
}

export async function smallFont(characters: string): Promise<Buffer> {
  const whole = await wholeFont();
  return Buffer.from(await subset(whole, characters, { targetFormat: 'truetype' }));
}

/** The same font, said to have another permission (OpenType `OS/2` fsType). */
export function permitted(font: Buffer, permission: number): Buffer {
  const copy = Buffer.from(font);
  copy.writeUInt16BE(permission, tableAt(copy, 'OS/2') + 8);
  return copy;
}

/** A collection (TTC 1.0) that holds the font alone. */
export function collected(font: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.write('ttcf', 0, 'latin1');
  header.writeUInt32BE(0x0001_0000, 4);
  header.writeUInt32BE(1, 8);
  header.writeUInt32BE(16, 12);
  const rest = Buffer.from(font);
  for (let nth = 0; nth < rest.readUInt16BE(4); nth += 1) {
    const at = 12 + nth * 16 + 8;
    rest.writeUInt32BE(rest.readUInt32BE(at) + header.length, at);
  }
  return Buffer.concat([header, rest]);
}

/** Another tag at the head: `OTTO` is how each font with CFF outlines begins. */
export function headed(font: Buffer, tag: string): Buffer {
  const copy = Buffer.from(font);
  copy.write(tag, 0, 'latin1');
  return copy;
}

/** Without one of its tables. */
export function lacking(font: Buffer, table: string): Buffer {
  const copy = Buffer.from(font);
  copy.write('none', recordAt(copy, table), 'latin1');
  return copy;
}

function recordAt(font: Buffer, table: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === table) return at;
  }
  throw new Error(`the font has no ${table}`);
}

function tableAt(font: Buffer, table: string): number {
  return font.readUInt32BE(recordAt(font, table) + 8);
}
