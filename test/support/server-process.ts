/** The server as a process of its own, built from its sources, so that it can be signalled and killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Under node_modules, since the built file looks for its packages from where it lies. */
const CACHE = join(ROOT, 'node_modules/.cache/xundian');
const RUN =
  'import(process.argv[1]).then((server) => server.run(process.argv.slice(3), process.env, process.argv[2]))';

export interface BuiltServer {
  readonly main: string;
  remove(): void;
}

export async function buildServer(): Promise<BuiltServer> {
  const outDir = join(CACHE, `server-${process.pid}`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/server/main.ts', target: 'node20', outDir, emptyOutDir: true },
  });
  return {
    main: pathToFileURL(join(outDir, 'main.js')).href,
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly password: string;
  /** Sends the signal; answers the exit code, null where the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it on a free port; resolves once it has said where it is. */
export async function runServer(main: string, env: Record<string, string>): Promise<ServerProcess> {
  const args = ['--input-type=module', '-e', RUN, '--', main, ROOT];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('密码')) resolve(text);
    });
    child.once('exit', () => reject(new Error(`the server ended:\n${text}`)));
  });
  return {
    child,
    url: /http:\S+/.exec(printed)?.[0] ?? '',
    password: /密码：(\S+)/.exec(printed)?.[1] ?? '',
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
}
