/** `npm run xundian` beside a running server, as the office's own console. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../support/walls/source-file.ts';
import type { OfficeServer } from './office-server.ts';

export async function xundian(server: OfficeServer, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: server.place.dataDir };
  const script = join(ROOT, 'src/launch/xundian.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { env });
  return stdout;
}
