/** A screen comes with its styles: what another screen's sheet styles is bare until that screen was seen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Breach, breach, ROOT, type SourceFile, walk } from './source-file.ts';

export interface StyleSheet {
  readonly path: string;
  readonly text: string;
}

export function styleSheetsUnder(folder: string): StyleSheet[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/**
 * Class names that a file uses while no sheet styles them that comes with the same part of the
 * program: what `entry` imports is always there, what is imported at run time only when asked for.
 */
export function borrowedStyles(
  files: readonly SourceFile[],
  sheets: readonly StyleSheet[],
  entry: string,
): Breach[] {
  const stylers = stylersOf(sheets);
  const imports = new Map(files.map((file) => [file.path, importsIn(file)]));
  const always = reachedFrom(entry, imports);
  const parts = new Set([...imports.values()].flatMap((found) => found.later));
  const found = [...parts].flatMap((part) => {
    const here = reachedFrom(part, imports);
    const styled = (path: string) => here.has(path) || always.has(path);
    return files
      .filter((file) => here.has(file.path))
      .flatMap((file) =>
        classesIn(file)
          .filter(({ name }) => stylers.get(name)?.some(styled) === false)
          .map(({ name, offset }) => breach(file, offset, `borrows the style of .${name}`)),
      );
  });
  return [...new Set(found)];
}

/** By class name, the sheets with a rule that begins with it; a rule that goes on to it only refines. */
function stylersOf(sheets: readonly StyleSheet[]): Map<string, string[]> {
  const stylers = new Map<string, string[]>();
  for (const { path, text } of sheets) {
    const rules = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?:^|[{},])\s*\.([\w-]+)/g);
    for (const [, name = ''] of rules) stylers.set(name, [...(stylers.get(name) ?? []), path]);
  }
  return stylers;
}

function classesIn(file: SourceFile): { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  walk(file, {
    JSXAttribute(node) {
      if (node.name.name !== 'class') return;
      const text = file.text.slice(node.start, node.end);
      for (const [, compared, words = ''] of text.matchAll(/(=== )?['"`]([^'"`$]*)/g)) {
        // What a value is compared with is no class.
        const names = compared === undefined ? words.split(/\s+/) : [];
        for (const name of names) found.push({ name, offset: node.start });
      }
    },
  });
  return found;
}

interface Imports {
  readonly at: readonly string[];
  /** Imported at run time. */
  readonly later: readonly string[];
}

function importsIn(file: SourceFile): Imports {
  const at: string[] = [];
  const later: string[] = [];
  const add = (to: string[], source: { value?: unknown } | null) => {
    if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
    to.push(posix.join(posix.dirname(file.path), source.value));
  };
  walk(file, {
    ImportDeclaration: (node) => add(at, node.source),
    ExportNamedDeclaration: (node) => add(at, node.source),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(later, node.source);
    },
  });
  return { at, later };
}

function reachedFrom(start: string, imports: ReadonlyMap<string, Imports>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    open.push(...(imports.get(path)?.at ?? []));
  }
  return reached;
}
