import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { charactersOf, makeSamePaper } from '../support/same-paper.ts';
import { smallFont } from '../support/small-font.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the same record gives the same bytes, twice in one process and in another', async () => {
  const font = await smallFont(charactersOf());
  const first = sha256(await makeSamePaper(font));
  expect(sha256(await makeSamePaper(font))).toBe(first);

  const folder = mkdtempSync(join(tmpdir(), 'xundian-bytes-'));
  try {
    writeFileSync(join(folder, 'font.ttf'), font);
    const entry = fileURLToPath(new URL('../support/same-paper.ts', import.meta.url));
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: entry,
        outDir: folder,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'made.mjs' } },
      },
      ssr: { noExternal: true },
    });
    const script =
      "const { makeSamePaper } = await import('./made.mjs'); const fs = await import('node:fs'); const crypto = await import('node:crypto');" +
      "const pdf = await makeSamePaper(new Uint8Array(fs.readFileSync('font.ttf')));" +
      "console.log(crypto.createHash('sha256').update(pdf).digest('hex'));";
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script],
      { cwd: folder, env: { ...process.env, TZ: 'Asia/Tokyo', LANG: 'C' } },
    );
    expect(stdout.trim()).toBe(first);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
