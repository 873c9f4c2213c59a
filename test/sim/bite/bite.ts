/** Puts each fault into a copy of the tree and plays seeds until it is found. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS, type Fault } from './faults.ts';

/** What looks for the faults, and how long. */
export interface Hunt {
  readonly faults: readonly Fault[];
  /** As much of the checkout as it needs. */
  readonly copied: readonly string[];
  /** Of `npm run soak`. */
  readonly args: readonly string[];
}

/** Whoever is not caught by then is not caught. */
const MOST_SEEDS = 300;
const BY_SEEDS: Hunt = {
  faults: FAULTS,
  copied: ['src', 'test', 'package.json'],
  args: ['--seeds', String(MOST_SEEDS), '--shrink', '0'],
};

/** Answers the exit code: 0 where every fault was found. */
export async function bite(
  root: string,
  only: string | undefined,
  hunt = BY_SEEDS,
): Promise<number> {
  const copy = await mkdtemp(join(tmpdir(), 'xundian-bite-'));
  try {
    for (const part of hunt.copied)
      await cp(join(root, part), join(copy, part), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    console.log('| fault | seed | found by |\n| --- | --- | --- |');
    let missed = 0;
    for (const fault of hunt.faults) {
      if (only !== undefined && !fault.name.includes(only)) continue;
      const found = await tryFault(copy, fault, hunt.args);
      if (found === null) missed += 1;
      console.log(`| ${fault.name} | ${found ?? '– | **not found**'} |`);
    }
    return missed === 0 ? 0 : 1;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** The seed and the law that found it, for the table. */
async function tryFault(
  copy: string,
  fault: Fault,
  args: readonly string[],
): Promise<string | null> {
  const before = new Map<string, string>();
  try {
    for (const { file, find, put } of fault.edits) {
      const path = join(copy, file);
      const text = await readFile(path, 'utf8');
      if (!before.has(path)) before.set(path, text);
      if (text.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`);
      await writeFile(
        path,
        text.replace(find, () => put),
      );
    }
    const said = await soakIn(copy, args);
    const [, seed, law] = /^seed (\d+) breaks a promise: (.*)$/m.exec(said) ?? [];
    if (seed === undefined && !/every promise kept/.test(said))
      return `? | ${said.trim().split('\n').at(-1)}`;
    return seed === undefined ? null : `${seed} | ${law}`;
  } finally {
    for (const [path, text] of before) await writeFile(path, text);
  }
}

function soakIn(copy: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/launch/soak.mjs', ...args], { cwd: copy });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    child.on('error', reject);
    child.on('exit', () => resolve(said));
  });
}
