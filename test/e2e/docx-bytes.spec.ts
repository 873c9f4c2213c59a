/** A tablet and the office's server write the same DOCX of the same paper. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../../src/launch/chromium.mjs';
import { bundled } from '../document/support/bundled.ts';
import { docxInHex } from '../document/support/docx-digest.ts';
import { expect, test } from './support/test.ts';

const DIGEST = fileURLToPath(new URL('../document/support/docx-digest.ts', import.meta.url));

test('a DOCX has the same bytes in Chromium as in Node', async () => {
  const executablePath = (await findChromium()) ?? chromium.executablePath();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const script = `${await bundled(DIGEST)}\nbundle.docxInHex()`;
    expect(await page.evaluate<string>(script)).toBe(await docxInHex());
  } finally {
    await browser.close();
  }
});
