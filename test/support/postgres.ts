/** A PostgreSQL of one's own: found on this machine, started in a folder that goes away with it. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';
const READY_MS = 30_000;
const { Client } = pg;

export interface Cluster {
  /** Address without a database's name, ending in `/`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Null where this machine has no PostgreSQL.
 * @param durable flushes what it has committed, as an office's would; tests need no disk to prove a rule
 */
export async function startCluster({ durable = false } = {}): Promise<Cluster | null> {
  const bin = findBinaries();
  if (bin === null) return null;
  const owner = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'xundian-pg-'));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, stdio: 'ignore' } as const;
  const init = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(join(bin, 'initdb'), init, options);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `fsync=${durable ? 'on' : 'off'}`,
    `unix_socket_directories=${folder}`,
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    options,
  );
  const url = `postgres://postgres@127.0.0.1:${port}/`;
  const stop = async () => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** A fresh database; answers its address. */
export async function createDatabase(url: string): Promise<string> {
  const name = `office_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await ask(`${url}postgres`, `create database ${name}`);
  return `${url}${name}`;
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function findBinaries(): string | null {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : [];
  const has = (folder: string) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program)));
  return [...onPath, ...debian].find((folder) => folder !== '' && has(folder)) ?? null;
}

/** PostgreSQL does not run as root; where we are root, somebody lesser runs it. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user]));
    if (uid?.status === 0 && gid?.status === 0) {
      return { uid: Number(uid.stdout.toString()), gid: Number(gid.stdout.toString()) };
    }
  }
  return {};
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_MS;
  for (;;) {
    try {
      return await ask(`${url}postgres`, 'select 1');
    } catch (error) {
      if (Date.now() > until || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  // "Fast": connections are cut, the data is closed properly.
  server.kill('SIGINT');
  await exit;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address !== 'string') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
