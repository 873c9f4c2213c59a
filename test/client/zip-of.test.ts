/** All notices of a round as one ZIP. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { ZipNames } from '../../src/client/paper/zip-names.ts';
import { type ZipEntry, type ZipProgress, zipOf } from '../../src/client/paper/zip-of.ts';

const AT = Date.UTC(2026, 10, 23, 8);
const quiet = () => undefined;
const never = new AbortController().signal;

function entry(name: string, bytes = new Uint8Array([1, 2, 3])): ZipEntry {
  return { name, at: AT, bytes: async () => bytes };
}

function broken(name: string, message: string): ZipEntry {
  return { name, at: AT, bytes: () => Promise.reject(new Error(message)) };
}

async function filesIn(blob: Blob) {
  return unzipSync(new Uint8Array(await blob.arrayBuffer()));
}

describe('a ZIP of papers', () => {
  test('holds each under its own name, unchanged', async () => {
    const large = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7) % 251);
    const name = '榆文明督〔2026〕142号 榆林市住房和城乡建设局.pdf';
    const { blob, failed } = await zipOf([entry(name, large), entry('b.pdf')], quiet, never);
    const files = await filesIn(blob);
    expect(files).toEqual({ [name]: large, 'b.pdf': new Uint8Array([1, 2, 3]) });
    expect(failed).toEqual([]);
    expect(blob.type).toBe('application/zip');
  });

  test('is one that every program opens: UTF-8 names, deflated entries, nothing packed twice', async () => {
    const { blob } = await zipOf([entry('榆.pdf', new Uint8Array(100_000))], quiet, never);
    const head = new DataView(await blob.arrayBuffer());
    expect(head.getUint16(6, true) & 0x800).toBe(0x800);
    expect(head.getUint16(8, true)).toBe(8);
    expect(blob.size).toBeGreaterThan(100_000);
  });

  test('goes on where one fails, and names it inside and outside', async () => {
    vi.spyOn(console, 'error').mockImplementation(quiet);
    const entries = [entry('a.pdf'), broken('b.pdf', '照片没有到'), entry('c.pdf')];
    const { blob, failed } = await zipOf(entries, quiet, never);
    const files = await filesIn(blob);
    expect(Object.keys(files)).toEqual(['a.pdf', 'c.pdf', '没有生成的文件.txt']);
    expect(failed).toEqual([{ name: 'b.pdf', message: '照片没有到' }]);
    const list = strFromU8(files['没有生成的文件.txt'] ?? new Uint8Array());
    expect(list).toContain('b.pdf\t照片没有到');
  });

  test('says how far it is and what it is at', async () => {
    const heard: ZipProgress[] = [];
    await zipOf([entry('a.pdf'), entry('b.pdf')], (progress) => heard.push(progress), never);
    expect(heard).toEqual([
      { done: 0, name: 'a.pdf' },
      { done: 1, name: 'b.pdf' },
      { done: 2, name: '' },
    ]);
  });

  test('makes one paper at a time, each when it is its turn', async () => {
    let open = 0;
    let most = 0;
    const slow = (name: string): ZipEntry => ({
      name,
      at: AT,
      bytes: async () => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open -= 1;
        return new Uint8Array(1);
      },
    });
    async function* asked() {
      for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) yield slow(name);
    }
    await zipOf(asked(), quiet, never);
    expect(most).toBe(1);
  });

  test('stops when it is told to, with no paper blamed for it', async () => {
    const stop = new AbortController();
    const made: string[] = [];
    const entries = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => ({
      name,
      at: AT,
      bytes: async () => {
        made.push(name);
        if (name === 'b.pdf') {
          stop.abort(new Error('取消'));
          throw new Error('worker gone');
        }
        return new Uint8Array(1);
      },
    }));
    await expect(zipOf(entries, quiet, stop.signal)).rejects.toThrow('取消');
    expect(made).toEqual(['a.pdf', 'b.pdf']);
  });
});

describe('names in it', () => {
  test.each([
    ['a/b\\c:d*e?f"g<h>i|j.pdf', 'abcdefghij.pdf'],
    ['榆林市. .pdf', '榆林市.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['  .pdf', '未命名.pdf'],
    [`${'长'.repeat(200)}.docx`, `${'长'.repeat(120)}.docx`],
    ['𬭎'.repeat(3), '𬭎𬭎𬭎'],
  ])('%s becomes %s', (wanted, name) => {
    expect(new ZipNames().take(wanted)).toBe(name);
  });

  test('are each another, also for Windows', () => {
    const names = new ZipNames();
    const taken = ['编号待定 A局.pdf', '编号待定 a局.pdf', '编号待定 A局.pdf'].map((name) =>
      names.take(name),
    );
    expect(taken).toEqual(['编号待定 A局.pdf', '编号待定 a局（2）.pdf', '编号待定 A局（3）.pdf']);
  });
});
