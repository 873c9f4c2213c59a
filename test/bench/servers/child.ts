/** Starts one of the bench's own servers as a process, so that it shares no thread with who measures it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../../support/walls/source-file.ts';

const RUN = `
const { runnerImport } = await import('vite');
const [, entry, root, ...args] = process.argv;
const { module } = await runnerImport(entry, { root, configFile: false, logLevel: 'error' });
module.serve(...args);`;

export interface BenchServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * @param name of a file beside this one, which exports `serve(pages, folder)`
 * @param folder where it may keep what it keeps
 */
export async function startBenchServer(
  name: 'bare-server' | 'pouchdb-server' | 'rxdb-server',
  pages: string,
  folder: string,
): Promise<BenchServer> {
  const entry = join(ROOT, 'test/bench/servers', `${name}.ts`);
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', RUN, '--', entry, ROOT, pages, folder],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await firstAddress(child);
  return {
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function firstAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server cannot be heard');
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('http://')) continue;
    // Whatever it says later is not kept, and must not fill the pipe.
    child.stdout.resume();
    return line;
  }
  throw new Error(`the server ended (${child.exitCode})`);
}
