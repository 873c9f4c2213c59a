/** The checkout's own source, read once and parsed where a wall asks for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor, type VisitorObject } from 'vite';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface SourceFile {
  /** From the checkout's top, with forward slashes: `src/domain/civil.ts`. */
  readonly path: string;
  readonly text: string;
}

/** One breach: `src/domain/civil.ts:12 reads the clock (Date.now)`. */
export type Breach = string;

/** Holds one wall: the breaches of one file. */
export type Wall = (file: SourceFile) => Breach[];

const CODE = /\.(tsx?|mjs)$/;

/** Every code file of our own under the folders, declarations of types included. */
export function sourcesUnder(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && CODE.test(entry.name) && !isInstalled(entry.parentPath))
      .map((entry) => {
        const full = join(entry.parentPath, entry.name);
        const path = full.slice(ROOT.length).replaceAll('\\', '/');
        return { path, text: readFileSync(full, 'utf8') };
      }),
  );
}

/** The bench has packages of its own under test/. */
function isInstalled(folder: string): boolean {
  return /[\\/]node_modules([\\/]|$)/.test(folder.slice(ROOT.length - 1));
}

/** Walks the file's syntax; comments and the insides of texts are never taken for code. */
export function walk(file: SourceFile, visitor: VisitorObject): void {
  const { program, errors } = parseSync(file.path, file.text);
  const [error] = errors;
  if (error) throw new Error(`${file.path} does not parse: ${error.message}`);
  new Visitor(visitor).visit(program);
}

/** The breach at an offset of the text. */
export function breach(file: SourceFile, offset: number, what: string): Breach {
  const line = file.text.slice(0, offset).split('\n').length;
  return `${file.path}:${line} ${what}`;
}
