/** The file of a batch is written as it is read: many photos take no more room than one. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { BlobStore } from '../../src/server/blobs/blob-store.ts';
import type { BatchRecord } from '../../src/server/handoff/batch-record.ts';
import { batchZip } from '../../src/server/handoff/batch-zip.ts';

const MB = 1024 * 1024;
const PHOTOS = 80;

test('a batch of 80 MB of photos holds a few of them in memory at a time', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'xundian-batch-'));
  try {
    const blobs = new BlobStore(dir);
    const hashes = Array.from({ length: PHOTOS }, (_, nth) => String(nth).padStart(64, '0'));
    for (const hash of hashes) {
      await mkdir(dirname(blobs.pathOf(hash)), { recursive: true });
      await writeFile(blobs.pathOf(hash), Buffer.alloc(MB, 7));
    }
    const before = process.memoryUsage().arrayBuffers;
    let [peak, written] = [0, 0];
    for await (const chunk of await batchZip(recordOf(hashes), blobs)) {
      written += Buffer.from(chunk).length;
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
    }
    expect(written).toBeGreaterThan(PHOTOS * MB);
    expect(peak).toBeLessThan(30 * MB);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

function recordOf(hashes: readonly string[]): BatchRecord {
  const takenAt = '2026-11-02T02:00:00.000Z';
  const photos = hashes.map((sha256, nth) => {
    return { file: `照片/001-${nth + 1}.jpg`, sha256, width: 4, height: 3, takenAt };
  });
  return {
    format: 'xundian-handoff',
    edition: 1,
    batch: 'YJ-2026-1',
    madeAt: takenAt,
    office: '示例市精神文明创建中心',
    phone: '',
    crs: 'WGS84',
    problems: [
      {
        nth: 1,
        key: 'k',
        findingId: 'f',
        code: 'SJ0102',
        codeName: '暴露垃圾',
        text: '路面积存垃圾',
        count: null,
        pointId: 'P1',
        pointName: '示例社区',
        category: '社区',
        address: '',
        street: '',
        lon: null,
        lat: null,
        positionOf: 'none',
        recordedAt: takenAt,
        note: '',
        photos,
      },
    ],
  };
}
