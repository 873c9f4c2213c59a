/** A real server in this process, on a free port and a folder that goes away with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningServer, type StartOptions, startServer } from '../../src/server/main.ts';
import { OfficeClient } from './office-client.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface TestServer extends RunningServer {
  readonly dataDir: string;
  /** All that it printed on the console. */
  readonly printed: readonly string[];
  /** All that it logged. */
  readonly logged: readonly string[];
  readonly password: string;
  /** Signs in as one of the sample accounts. */
  signIn(account: string): Promise<OfficeClient>;
  /** Closes it and starts it again on the same data and port. */
  restart(options?: Partial<StartOptions>): Promise<TestServer>;
  /** Closes it and takes its folder away. */
  end(): Promise<void>;
}

export async function startTestServer(options: Partial<StartOptions> = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'xundian-test-'));
  const printed: string[] = [];
  const logged: string[] = [];
  const password = options.samplePassword ?? 'test-pass';
  const running = await startServer({
    host: '127.0.0.1',
    port: 0,
    empty: false,
    sampleDir: join(ROOT, 'src/server/sample/city'),
    clientDir: join(ROOT, 'dist/client'),
    print: (line) => printed.push(line),
    logLevel: 'info',
    logTo: { write: (line) => logged.push(line) },
    ...options,
    dataDir,
    samplePassword: password,
  });
  return {
    ...running,
    dataDir,
    printed,
    logged,
    password,
    signIn: (account) => OfficeClient.signIn(running.url, account, password),
    restart: async (changed = {}) => {
      await running.close();
      return startTestServer({ ...options, dataDir, port: running.port, ...changed });
    },
    end: async () => {
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
