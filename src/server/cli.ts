/** `npm run xundian -- …`: what the office does at the server's own console. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ParcelTrouble } from '../protocol/parcel.ts';
import { importVerb } from './cli/import-verb.ts';
import { renderVerb } from './cli/render-verb.ts';
import type { Verb } from './cli/verb.ts';
import { verifyVerb } from './cli/verify-verb.ts';
import { Failure } from './http/failure.ts';
import { findOffice } from './office.ts';
import { readOptions, type StartOptions } from './options.ts';
import { PaperTrouble } from './paper/paper-trouble.ts';
import { StartRefusal } from './store/start-refusal.ts';
import { openStore, SQLITE_FILE } from './store/store.ts';
import { errorCode, isEnvironment } from './store/store-error.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** By what is typed behind `npm run xundian --`. */
const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['import', importVerb],
  ['render-notice', renderVerb],
  ['verify-history', verifyVerb],
]);

const USAGE = `用法：
${[...VERBS.values()].map(({ usage }) => usage).join('\n')}
  --data 数据目录：服务器的数据目录，缺省为 ./data。`;

/** Ends with exit code 0 only where all of it was done. */
export async function command(argv: readonly string[], env: Env, root: string): Promise<void> {
  try {
    await run(argv, env, root);
  } catch (error) {
    console.error(sayError(error));
    process.exitCode = 1;
  }
}

async function run(argv: readonly string[], env: Env, root: string): Promise<void> {
  const { verb: name = '', subject = '', data, out, expect = null } = readArgv(argv);
  const verb = VERBS.get(name);
  if (!verb || (subject === '') !== (verb.about === 'all')) throw new StartRefusal(USAGE);
  // npm has gone to the checkout's top; names are meant from where the person stands.
  const at = (path: string) => resolve(env.INIT_CWD ?? '.', path);
  const asked = { subject, expect, at, out: out === undefined ? null : at(out) };
  verb.check(asked);
  const flags = data === undefined ? [] : ['--data', at(data)];
  const options = readOptions(flags, env, root, console.log);
  requireStore(options);
  const now = Date.now;
  const store = await openStore(options, now, (error) => console.error(sayError(error)));
  try {
    const office = await findOffice(store);
    if (!office) throw new StartRefusal(noOffice(options));
    const { dataDir, clientDir, print } = options;
    const done = await verb.run({
      ...asked,
      store,
      officeId: office.id,
      dataDir,
      clientDir,
      env,
      now,
      print,
    });
    if (!done) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

function readArgv(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { data: { type: 'string' }, out: { type: 'string' }, expect: { type: 'string' } },
    });
    const [verb, subject, ...more] = positionals;
    if (more.length > 0) throw new StartRefusal(USAGE);
    return { verb, subject, ...values };
  } catch {
    throw new StartRefusal(USAGE);
  }
}

/** A wrong folder must not become a new, empty office. */
function requireStore(options: StartOptions): void {
  if (options.databaseUrl !== undefined) return;
  if (!existsSync(join(options.dataDir, SQLITE_FILE))) throw new StartRefusal(noOffice(options));
}

function noOffice({ databaseUrl, dataDir }: StartOptions): string {
  return databaseUrl === undefined
    ? `${dataDir} 里还没有单位的数据。请用 --data 指明服务器的数据目录`
    : 'DATABASE_URL 的数据库里还没有单位的数据';
}

function sayError(error: unknown): unknown {
  if (error instanceof StartRefusal) return error.message;
  if (error instanceof ParcelTrouble) return `${error.message}。(${error.code})`;
  if (error instanceof PaperTrouble) return `${error.message}。(${error.code})`;
  if (error instanceof Failure) return `${error.body.message}。(${error.code})`;
  if (isEnvironment(error)) {
    return `数据库或磁盘这会儿用不了，已入账的不会重复，请稍后再导入一次。(${errorCode(error)})`;
  }
  return error;
}
