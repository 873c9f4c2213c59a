/** The built server as a real process of its own, which can be stopped, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../support/walls/source-file.ts';

export interface ServerPlace {
  readonly dataDir: string;
  readonly port: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Through the launch script, as `npm start` does, in place of the built server alone. */
  readonly launched?: boolean;
}

const READY_MS = 60_000;
const MAIN = pathToFileURL(join(ROOT, 'dist/server/main.js')).href;
const LAUNCH = join(ROOT, 'src/launch/start.mjs');
const RUN = `import(process.argv[1]).then((server) => server.run(process.argv.slice(3), process.env, process.argv[2]))`;

export class OfficeServer {
  readonly url: string;
  /** All that it printed, over all its starts. */
  output = '';
  #child: ChildProcess | null = null;

  constructor(readonly place: ServerPlace) {
    this.url = `http://127.0.0.1:${place.port}`;
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('the server is not running');
    return pid;
  }

  /**
   * Starts it on its own port and data; resolves once it answers.
   * @param root a checkout with another build of the page, for a newer version
   */
  async start(root = ROOT): Promise<void> {
    if (this.#child) throw new Error('the server is running already');
    const { port, dataDir, args = [], env = {}, launched = false } = this.place;
    const program = launched ? [LAUNCH] : ['--input-type=module', '-e', RUN, '--', MAIN, root];
    const child = spawn(process.execPath, [...program, ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        // Neither the office's zone nor Greenwich: a machine may be set to any.
        TZ: 'America/St_Johns',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: dataDir,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    await this.#ready(child);
  }

  /** Ends it as Ctrl-C or a service manager would. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends it as a power cut would: nothing of it runs on. */
  async kill9(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** The password of the sample accounts, as printed at the start. */
  get password(): string {
    const [, password] = /密码[:：]?\s*(\S+)/.exec(this.output) ?? [];
    if (password === undefined) throw new Error(`no password was printed:\n${this.output}`);
    return password;
  }

  async #ready(child: ChildProcess): Promise<void> {
    const until = Date.now() + READY_MS;
    while (Date.now() < until) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      const answer = await fetch(`${this.url}/healthz`).catch(notYet);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await this.kill9();
    throw new Error(`the server did not come up:\n${this.output}`);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}

function notYet(): null {
  return null;
}
