/** What the tablet's store really holds, read past the app's own code. */
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { ROWS, TABLES } from '../../src/protocol/rows/index.ts';

const Local = z.object({
  outbox: z.array(z.object({ seq: z.int(), name: z.string(), args: z.unknown() })),
  refused: z.array(z.object({ seq: z.int(), name: z.string(), code: z.string() })),
  base: z.array(z.object({ key: z.string() })),
  draft: z.array(z.object({ text: z.string(), photos: z.array(z.object({ sha256: z.string() })) })),
  blob: z.array(z.object({ sha256: z.string(), state: z.string() })),
  /** `hash` is that of the bytes themselves where they have not arrived. */
  jpeg: z.array(z.object({ sha256: z.string(), hash: z.string() })),
  lease: z.array(z.object({ id: z.string(), used: z.int() })),
  head: z.array(z.object({ lastSeq: z.int() })),
  meta: z.array(z.object({ key: z.string(), value: z.unknown() })),
});
const Work = z.object({
  inspection: z.array(ROWS.inspection),
  finding: z.array(ROWS.finding),
  photo: z.array(ROWS.photo),
  notice: z.array(ROWS.notice),
});
const LOCAL = ['outbox', 'refused', 'base', 'draft', 'blob', 'jpeg', 'lease', 'head', 'meta'];
const WORK = ['inspection', 'finding', 'photo', 'notice'];

export type DeviceStore = z.infer<typeof Local> & z.infer<typeof Work>;

export async function readDevice(page: Page): Promise<DeviceStore> {
  const rows = await page.evaluate((tables) => window.hand.read(tables), [...LOCAL, ...WORK]);
  return { ...Local.parse(rows), ...Work.parse(rows) };
}

/** Every synced row of the tablet, by table. */
export function readSynced(page: Page): Promise<Record<string, unknown[]>> {
  return page
    .evaluate(async (tables) => ({ ...(await window.hand.read(tables)), jpeg: undefined }), TABLES)
    .then(({ jpeg: _none, ...rows }) => rows);
}
