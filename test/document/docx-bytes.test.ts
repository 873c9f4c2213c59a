/** The same paper is the same file, byte for byte, whoever writes it and whenever. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../src/document/docx/write-docx.ts';
import type { NoticeInput } from '../../src/document/notice-input.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import { bundled } from './support/bundled.ts';
import { docxInHex } from './support/docx-digest.ts';
import { photoBytes } from './support/photo-bytes.ts';
import { readQr } from './support/read-qr.ts';
import { ISSUED, noticeOf, problemsOf } from './support/samples.ts';

const PROBLEMS = problemsOf(12, 8);
const PHOTOS = photoBytes(PROBLEMS);
const DIGEST = fileURLToPath(new URL('support/docx-digest.ts', import.meta.url));

async function partsOf(over: Partial<NoticeInput> = {}, photos = PHOTOS) {
  const paper = noticePaper(noticeOf({ problems: PROBLEMS, ...over }));
  return unzipSync(await writeDocx(paper, { photos, issuedAt: ISSUED }));
}

describe('the bytes of a DOCX', () => {
  test('are the same, whatever was written before', async () => {
    const first = await docxInHex();
    await partsOf();
    expect(await docxInHex()).toBe(first);
  });

  test('are the same in another process, in another zone', async () => {
    const script = `${await bundled(DIGEST)}\nbundle.docxInHex().then((hex) => process.stdout.write(hex));`;
    const env = { ...process.env, TZ: 'Pacific/Auckland' };
    const ran = spawnSync(process.execPath, ['-'], {
      env,
      input: script,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe(await docxInHex());
  }, 60_000);

  test('change with the paper', async () => {
    const one = await partsOf();
    const other = await partsOf({ unitName: '榆林市城市管理执法局' });
    expect(other['word/document.xml']).not.toEqual(one['word/document.xml']);
  });
});

describe('the package', () => {
  let parts: Record<string, Uint8Array> = {};
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const xmlParts = () => Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name));

  beforeAll(async () => {
    parts = await partsOf({ format: 'letter' });
  });

  test('is well-formed in every part', () => {
    for (const name of xmlParts()) expect([name, ...openElements(text(name))]).toEqual([name]);
  });

  test('names a type for every part, and has every part that it names', () => {
    const types = text('[Content_Types].xml');
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1]);
    const endings = [...types.matchAll(/Extension="([^"]+)"/g)].map((match) => match[1]);
    for (const name of named) expect(Object.keys(parts)).toContain(name);
    for (const name of Object.keys(parts).slice(1)) {
      expect(named.includes(name) || endings.includes(name.split('.').pop())).toBe(true);
    }
  });

  test('has every part that another one refers to', () => {
    for (const name of xmlParts().filter((each) => each.endsWith('.rels'))) {
      const base = name.replace(/_rels\/[^/]*$/, '');
      const targets = [...text(name).matchAll(/Target="([^"]+)"/g)].map((match) => match[1]);
      for (const target of targets) expect(Object.keys(parts)).toContain(`${base}${target}`);
    }
    for (const name of xmlParts().filter((each) => each.startsWith('word/'))) {
      const rels = text(name.replace(/^word\/(.*)$/, 'word/_rels/$1.rels'));
      const used = [...text(name).matchAll(/r:(?:id|embed)="([^"]+)"/g)].map((match) => match[1]);
      for (const id of used) expect(rels).toContain(`Id="${id}"`);
    }
  });

  test('numbers its pictures from 1, each once', () => {
    const ids = [...text('word/document.xml').matchAll(/<wp:docPr id="(\d+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect(ids).toEqual(Array.from({ length: 9 }, (_, at) => at + 1));
  });

  test('bears the QR that the paper asks for', async () => {
    const bare = await partsOf({ qr: 'XD1.榆文明督〔2026〕142号', problems: problemsOf(1) });
    const media = Object.entries(bare).filter(([name]) => name.startsWith('word/media/'));
    expect(media.map(([, png]) => readQr(png))).toEqual(['XD1.榆文明督〔2026〕142号']);
  });

  test('says when the paper was issued, not when the file was made', () => {
    const at = new Date(ISSUED).toISOString();
    expect(text('docProps/core.xml').split(at)).toHaveLength(3);
  });

  test('uses no style that it has not, and names the fonts of an office', () => {
    const styles = text('word/styles.xml');
    const used = xmlParts().flatMap((name) => [
      ...text(name).matchAll(/<w:(?:pStyle|rStyle) w:val="([^"]+)"/g),
    ]);
    for (const [, id] of used) expect(styles).toContain(`w:styleId="${id}"`);
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体']) {
      expect(text('word/fontTable.xml')).toContain(`w:name="${face}"`);
    }
  });

  test('keeps marks from the beginning of a line and within its end', () => {
    const normal = /<w:style [^>]*w:default="1" w:styleId="Normal">.*?<\/w:style>/.exec(
      text('word/styles.xml'),
    );
    expect(normal?.[0]).toContain('<w:kinsoku/>');
    expect(normal?.[0]).toContain('<w:overflowPunct w:val="0"/>');
  });

  test('has a place for a photo that has not arrived', async () => {
    const without = await partsOf({}, new Map());
    const document = strFromU8(without['word/document.xml'] ?? new Uint8Array());
    expect(document.split('照片未到')).toHaveLength(9);
    expect(Object.keys(without).filter((name) => name.startsWith('word/media/'))).toHaveLength(1);
  });
});

/** What is opened and not closed, or closed and not open. */
function openElements(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name, self] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (name === undefined || self === '/') continue;
    if (close !== '/') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}
