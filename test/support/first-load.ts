/** What a first visit must download before it can sign in and show the list of points. */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { ROOT } from './walls/source-file.ts';

const CLIENT = join(ROOT, 'dist/client');

/** Paths of the scripts that index.html asks for, and all that they import before they run. */
export async function firstScripts(): Promise<Set<string>> {
  const page = await readFile(join(CLIENT, 'index.html'), 'utf8');
  const waiting = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(
    ([, path = '']) => path,
  );
  const scripts = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (scripts.has(path)) continue;
    scripts.add(path);
    const text = await readFile(join(CLIENT, path), 'utf8');
    // Only `import … from` and bare `import "…"`: what is imported by call comes later.
    for (const [, to = ''] of text.matchAll(
      /(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g,
    )) {
      waiting.push(posix.join(posix.dirname(path), to));
    }
  }
  return scripts;
}

export async function gzipBytes(paths: Iterable<string>): Promise<number> {
  let sum = 0;
  for (const path of paths) sum += gzipSync(await readFile(join(CLIENT, path))).byteLength;
  return sum;
}

/** Bytes of the program that the service worker keeps. */
export async function keptBytes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        sum += (await response?.arrayBuffer())?.byteLength ?? 0;
      }
    }
    return sum;
  });
}
