/** What a run was measured on: enough to judge the figures by, nothing of whose machine it is. */
import { execFile } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { findChromium } from '../../src/launch/chromium.mjs';

const GIB = 1024 ** 3;

export async function sayMachine(): Promise<string> {
  const model = cpus()[0]?.model.trim() ?? 'unknown CPU';
  const memory = `${Math.round(totalmem() / GIB)} GiB memory`;
  const cores = `${availableParallelism()} cores`;
  return [model, cores, memory, `Node ${process.versions.node}`, await chromiumVersion()].join(
    ', ',
  );
}

async function chromiumVersion(): Promise<string> {
  const chromium = await findChromium();
  if (chromium === null) return 'no Chromium';
  const { stdout } = await promisify(execFile)(chromium, ['--version']);
  const [, name = 'Chromium', version = ''] = /(\w+) (\d+(?:\.\d+)*)/.exec(stdout) ?? [];
  return `${name} ${version}`;
}
