import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** A module with all that it stands on as one script, to be run in another process or in a browser. */
export async function bundled(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'xundian-bundle-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        lib: { entry, formats: ['iife'], name: 'bundle', fileName: () => 'bundle.js' },
      },
    });
    return readFileSync(join(folder, 'bundle.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
