/** `render-notice NUMBER --out DIR`: one notice or letter as PDF and DOCX, the same files as a tablet's. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paperFileName } from '../../document/file-name.ts';
import { readNumber } from '../../domain/notice-number.ts';
import { BlobStore } from '../blobs/blob-store.ts';
import { FontStore } from '../fonts/font-store.ts';
import { findByNumber } from '../paper/find-paper.ts';
import { paperFiles } from '../paper/paper-files.ts';
import { PaperMaker } from '../paper/paper-maker.ts';
import { StartRefusal } from '../store/start-refusal.ts';
import { Books } from '../sync/books.ts';
import type { Verb } from './verb.ts';

const USAGE = `  render-notice 文号 --out 目录 [--data 数据目录]
    把一份通知书或催办等文书照签发时的原样生成 PDF 和 DOCX。文号如 榆文明督〔2026〕142号，方括号、圆括号都认。`;

export const renderVerb: Verb = {
  usage: USAGE,
  about: 'one',
  check({ subject, out }) {
    if (readNumber(subject) === null)
      throw new StartRefusal(`认不出这个文号：${subject}\n${USAGE}`);
    if (out === null) throw new StartRefusal(`请用 --out 写明生成到哪个目录\n${USAGE}`);
  },
  async run({ store, officeId, dataDir, subject, out, print }) {
    const number = readNumber(subject);
    if (number === null || out === null) throw new StartRefusal(USAGE);
    const books = new Books(store.dialect, officeId);
    const found = await findByNumber(store.db, books, number);
    const maker = new PaperMaker(new FontStore(dataDir), new BlobStore(dataDir));
    const { pdf, docx, missing } = await paperFiles(maker, found);
    await mkdir(out, { recursive: true });
    for (const [form, bytes] of Object.entries({ pdf, docx })) {
      const file = join(out, `${paperFileName(found.number, found.unitName)}.${form}`);
      await writeFile(file, bytes);
      print(file);
    }
    if (found.voidReason !== null) print(`注意：这份公文已作废（${found.voidReason}）`);
    if (missing.length > 0) {
      print(`注意：${missing.length} 张照片还没有传到，文件里写明“照片未到”，与平板上的不同`);
    }
    return true;
  },
};
