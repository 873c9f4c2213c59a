/**
 * A batch as one file: workbook, JSON and photos, written as it is read, one photo at a
 * time. The same batch gives the same bytes as soon as all its photos are here.
 */
import { createReadStream, type ReadStream } from 'node:fs';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { civilDateOf, civilTimeOf } from '../../domain/civil.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { BatchRecord } from './batch-record.ts';
import { batchSheet } from './batch-sheet.ts';

const MODE = 0o100644;

export async function batchZip(record: BatchRecord, blobs: BlobStore): Promise<Readable> {
  const zip = new ZipFile();
  const options = {
    mtime: wallTime(Date.parse(record.madeAt)),
    mode: MODE,
    forceDosTimestamp: true,
  };
  zip.addBuffer(await batchSheet(record), '移交清单.xlsx', { ...options, compress: false });
  zip.addBuffer(Buffer.from(`${JSON.stringify(record, null, 2)}\n`), '移交清单.json', options);
  const missing: string[] = [];
  let reading: ReadStream | null = null;
  for (const { file, sha256 } of record.problems.flatMap(({ photos }) => photos)) {
    const size = await blobs.sizeOf(sha256);
    if (size === null) missing.push(file);
    else {
      zip.addReadStreamLazy(file, { ...options, size, compress: false }, (give) => {
        reading = createReadStream(blobs.pathOf(sha256));
        give(null, reading);
      });
    }
  }
  if (missing.length > 0)
    zip.addBuffer(Buffer.from(sayMissing(missing)), '未传到的照片.txt', options);
  zip.end();
  const out = new PassThrough();
  // A failure ends the file in the middle, so that nobody takes it for a whole one.
  const fail = (error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  pipeline(zip.outputStream, out, (error) => {
    if (error) fail(error);
  });
  // Whoever breaks off the download leaves no file open.
  out.on('close', () => reading?.destroy());
  return out;
}

function sayMissing(files: readonly string[]): string {
  const list = files.map((file) => `${file}\r\n`).join('');
  return `下列照片还没有从平板传到，传到后重新下载这一批就有：\r\n${list}`;
}

/** A ZIP holds the time of the wall: the office's, wherever the server stands. */
function wallTime(at: number): Date {
  const [year = 1980, month = 1, day = 1] = civilDateOf(at).split('-').map(Number);
  const { hour, minute } = civilTimeOf(at);
  return new Date(year, month - 1, day, hour, minute);
}
