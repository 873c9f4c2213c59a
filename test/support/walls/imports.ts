import { posix } from 'node:path';
import { type SourceFile, walk } from './source-file.ts';

export interface Import {
  /** As written: `./civil.ts`, `zod/mini`, `node:fs`. */
  readonly specifier: string;
  /** From the checkout's top, for a relative one; null for a package. */
  readonly path: string | null;
  readonly offset: number;
}

/** Every import of a file: static, re-exported, dynamic and of types alone. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (source: { value: unknown; start: number } | null) => {
    if (typeof source?.value !== 'string') return;
    const [specifier = ''] = source.value.split('?');
    const relative = specifier.startsWith('.');
    const path = relative ? posix.join(posix.dirname(file.path), specifier) : null;
    found.push({ specifier, path, offset: source.start });
  };
  walk(file, {
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') add(node.source);
    },
    TSImportType: (node) => add(node.source),
  });
  return found;
}
