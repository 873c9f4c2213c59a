/** How the server is started: what the command line and the environment say. */
import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LogTarget } from './http/log.ts';
import { StartRefusal } from './store/start-refusal.ts';

export interface StartOptions {
  readonly dataDir: string;
  /** `postgres://…`; without it the store is a file under the data directory. */
  readonly databaseUrl?: string | undefined;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** A fresh store becomes an office without sample data. */
  readonly empty: boolean;
  readonly sampleDir: string;
  readonly clientDir: string;
  /** Where the build has put its fonts; without it a program has none in its box. */
  readonly fontsDir?: string | undefined;
  /** In place of the one that is kept in the data directory. */
  readonly samplePassword?: string | undefined;
  /** What the person at the console should read. */
  readonly print: (line: string) => void;
  readonly logLevel?: string | undefined;
  /** In place of standard error. */
  readonly logTo?: LogTarget | undefined;
  /** In place of the browsers' makers' own: whether a device may be reached there. */
  readonly isPushService?: ((endpoint: URL) => boolean) | undefined;
  /** In place of the system's clock (ms). */
  readonly now?: (() => number) | undefined;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

export function readOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  root: string,
  print: (line: string) => void,
): StartOptions {
  const { empty, data } = readFlags(argv);
  const dataDir = data ?? set(env.DATA_DIR) ?? 'data';
  const level = set(env.LOG_LEVEL);
  return {
    dataDir: isAbsolute(dataDir) ? dataDir : join(root, dataDir),
    databaseUrl: set(env.DATABASE_URL),
    host: set(env.HOST) ?? '127.0.0.1',
    port: portOf(set(env.PORT) ?? '4330'),
    empty,
    sampleDir: join(root, 'src', 'server', 'sample', 'city'),
    clientDir: join(root, 'dist', 'client'),
    fontsDir: join(root, 'dist', 'fonts'),
    samplePassword: set(env.XUNDIAN_SAMPLE_PASSWORD),
    print,
    logLevel: level !== undefined && LEVELS.includes(level) ? level : undefined,
  };
}

function readFlags(argv: readonly string[]): { empty: boolean; data: string | undefined } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { empty: { type: 'boolean', default: false }, data: { type: 'string' } },
    });
    return { empty: values.empty, data: values.data };
  } catch {
    throw new StartRefusal(
      `不认识的启动参数：${argv.join(' ')}。可用：--empty（不载入示例数据）、--data 目录（数据目录）`,
    );
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartRefusal(`端口（PORT）要是 0 到 65535 的数字，现在是：${text}`);
}

/** A variable that is set to nothing counts as not set. */
function set(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
