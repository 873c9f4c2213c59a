/** The fonts in the box as the build makes them, from the real ones. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FontMetrics, readMetrics } from '../../src/document/font-metrics.ts';
import { FACES } from '../../src/domain/face.ts';
import { gb2312, tongyongGuifan } from '../../src/launch/fonts/characters.mjs';
import { type Made, makeBoxFonts } from '../../src/launch/fonts/make.mjs';
import { manifestOf } from '../../src/launch/fonts/manifest.mjs';
import { FontManifest } from '../../src/protocol/fonts.ts';
import { fontOpener, measureBytes } from '../../src/server/fonts/measure.ts';

// Megabytes of fonts, some of them five times over.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let made: Made[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xundian-box-'));
  made = await makeBoxFonts(join(folder, 'first'), join(folder, 'cache'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function fontsByKey(): Promise<[string, Uint8Array, FontMetrics][]> {
  return Promise.all(
    made.map(async ({ key, sha256 }): Promise<[string, Uint8Array, FontMetrics]> => {
      const bytes = await readFile(join(folder, 'first', `${sha256}.ttf`));
      return [key, bytes, await measureBytes(bytes)];
    }),
  );
}

describe('the lists', () => {
  test('the 通用规范汉字表 has its 8105 characters, each once, from 一 to 蠼', async () => {
    const list = await tongyongGuifan();
    expect(list).toHaveLength(8105);
    expect(new Set(list).size).toBe(8105);
    expect([list[0], list[3499], list[6499], list[8104]]).toEqual(['一', '矗', '齉', '蠼']);
  });

  test('GB 2312-80 has its 7445 characters, each once, 6763 of them hanzi', () => {
    expect(new Set(gb2312()).size).toBe(7445);
    expect(gb2312()).toHaveLength(7445);
    const hanzi = gb2312().filter((char) => /\p{Script=Han}/u.test(char) && char >= '一');
    expect(hanzi).toHaveLength(6763);
  });
});

test('every font has every character of both lists, the names of northern Shaanxi, and the marks of forms', async () => {
  const hanzi = gb2312().filter((char) => char >= '一' && char <= '龥');
  const wanted = [...(await tongyongGuifan()), ...hanzi, ...'坬墕崄堃𬭎', ...'，。〔〕①⑳㎡℃‰—…0Az'];
  for (const [key, , metrics] of await fontsByKey()) {
    const { has } = readMetrics(metrics);
    const missing = wanted.filter((char) => !has(char.codePointAt(0) ?? 0));
    expect([key, missing]).toEqual([key, []]);
  }
});

test('each face as a whole also has the boxes to be ticked', async () => {
  const { fonts, faces } = FontManifest.parse(
    JSON.parse(await manifestOf(join(folder, 'first'), made, measureBytes)),
  );
  for (const face of FACES) {
    const own = fonts.filter(({ sha256 }) => faces[face].includes(sha256));
    const read = own.map(({ metrics }) => readMetrics(metrics));
    const missing = [...'□√②㎡'].filter((char) => {
      const code = char.codePointAt(0) ?? 0;
      return !read.some(({ has }) => has(code));
    });
    expect([face, missing]).toEqual([face, []]);
  }
});

test('the packed metrics say of every character what the font itself says', async () => {
  const open = await fontOpener();
  for (const [, bytes, metrics] of await fontsByKey()) {
    const font = open(bytes);
    const { has, advance } = readMetrics(metrics);
    const wrong: number[] = [];
    for (let code = 0; code < 0x32000; code += 1) {
      if (has(code) !== font.hasGlyphForCodePoint(code)) wrong.push(code);
      else if (has(code)) {
        const { advanceWidth } = font.glyphForCodePoint(code);
        if (advance(code) !== advanceWidth / font.unitsPerEm) wrong.push(code);
      }
    }
    expect(wrong).toEqual([]);
    expect(metrics.ascent).toBe(font.ascent);
    expect(metrics.descent).toBe(font.descent);
  }
});

test('made again with nothing kept, they are the same bytes, and each is what its name says', async () => {
  const again = await makeBoxFonts(join(folder, 'second'), join(folder, 'other-cache'));
  expect(again).toEqual(made);
  for (const { sha256 } of made) {
    const bytes = await readFile(join(folder, 'second', `${sha256}.ttf`));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const small = await readFile(join(folder, 'second', `${sha256}.ttf.br`));
    expect(brotliDecompressSync(small).equals(bytes)).toBe(true);
    expect(small.length).toBeLessThan(0.6 * bytes.length);
  }
});

test('what is kept is not made again, and what was damaged there is', async () => {
  const cache = join(folder, 'cache');
  const [first] = made;
  if (!first) throw new Error('no font');
  const kept = join(cache, `${first.sha256}.ttf`);
  await writeFile(kept, 'cut short');
  expect(await makeBoxFonts(join(folder, 'third'), cache)).toEqual(made);
  expect((await readFile(kept)).length).toBeGreaterThan(1_000_000);
});

test('the licence goes with them', async () => {
  const text = await readFile(join(folder, 'first', 'OFL.txt'), 'utf8');
  expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
  expect((await readdir(join(folder, 'first'))).filter((name) => name === 'OFL.txt')).toHaveLength(
    1,
  );
});

test('the manifest is small enough to be had before the fonts', async () => {
  const manifest = await manifestOf(join(folder, 'first'), made, measureBytes);
  expect(manifest.length).toBeLessThan(60_000);
});
