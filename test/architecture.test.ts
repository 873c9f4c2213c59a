/** The walls of the house. Each is shown a breach first, so that it is known to fall when it should. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrowsHold } from './support/walls/arrows.ts';
import {
  exportsAreNamed,
  failuresAreHandled,
  typesAreTrusted,
} from './support/walls/plain-types.ts';
import { isPageFree, isPure } from './support/walls/pure.ts';
import {
  namesAreKebabCase,
  roomsAreSmall,
  staysAtHome,
  strayAtTop,
  strayWorlds,
} from './support/walls/rooms.ts';
import { ROOT, sourcesUnder, type Wall } from './support/walls/source-file.ts';
import { borrowedStyles, styleSheetsUnder } from './support/walls/styles.ts';

const program = sourcesUnder('src', 'sw');
const tests = sourcesUnder('test');
const everything = [...program, ...tests];

function breachesOf(wall: Wall, path: string, text: string): string[] {
  return wall({ path, text });
}

function inFolders(...folders: string[]) {
  return program.filter((file) => folders.some((folder) => file.path.startsWith(`${folder}/`)));
}

describe('arrows between the worlds', () => {
  test.each([
    ['src/domain/a.ts', "import { z } from '../protocol/tx.ts';"],
    ['src/domain/a.ts', "import { addDays } from 'date-fns';"],
    ['src/protocol/a.ts', "import type { Row } from '../server/row.ts';"],
    ['src/protocol/a.ts', "import * as z from 'zod';"],
    ['src/client/a.ts', "export { run } from '../server/main.ts';"],
    ['src/client/a.ts', "const m = await import('../server/main.ts');"],
    ['src/client/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['src/server/a.ts', "type W = import('../client/workplace.ts').Workplace;"],
    ['src/client/sync/a.ts', "import { toast } from '../ui/toast.ts';"],
    ['src/document/a.ts', "import { Row } from '../protocol/rows/index.ts';"],
    ['sw/worker.ts', "import { db } from '../src/client/store/database.ts';"],
    ['src/launch/a.mjs', "import { run } from '../server/main.ts';"],
    ['src/server/a.ts', "import { fake } from '../../test/support/fake.ts';"],
    ['src/elsewhere/a.ts', 'export const a = 1;'],
  ])('%s may not hold: %s', (path, text) => {
    expect(breachesOf(arrowsHold, path, text)).toHaveLength(1);
  });

  test('run one way in every file', () => {
    expect(program.flatMap(arrowsHold)).toEqual([]);
  });
});

describe('the rules', () => {
  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const n = Math.random();',
    'const id = crypto.randomUUID();',
    'const id = globalThis.crypto;',
    "await fetch('/api');",
    'setTimeout(run, 10);',
  ])('may not hold: %s', (text) => {
    expect(breachesOf(isPure, 'src/domain/a.ts', text).length).toBeGreaterThan(0);
  });

  test('may read an instant that was handed to them', () => {
    const text =
      '// Date.now() is for others\nconst day = new Date(at); const s = "Math.random()";';
    expect(breachesOf(isPure, 'src/domain/a.ts', text)).toEqual([]);
  });

  test('have no clock, no randomness and no reach outside', () => {
    expect(inFolders('src/domain', 'src/protocol', 'src/document').flatMap(isPure)).toEqual([]);
  });
});

describe('store and sync', () => {
  test.each(['window.alert(1);', 'const el = document.body;', "localStorage.getItem('a');"])(
    'may not hold: %s',
    (text) => {
      expect(breachesOf(isPageFree, 'src/client/sync/a.ts', text)).toHaveLength(1);
    },
  );

  test('may name a field like something of the page', () => {
    const text = 'interface A { document: string } const b = { location: 1 }; b.location;';
    expect(breachesOf(isPageFree, 'src/client/sync/a.ts', text)).toEqual([]);
  });

  test('run without a page', () => {
    expect(inFolders('src/client/store', 'src/client/sync').flatMap(isPageFree)).toEqual([]);
  });
});

describe('house style', () => {
  test.each([
    ['a cast', typesAreTrusted, 'const a = b as string;'],
    ['any', typesAreTrusted, 'let a: any;'],
    ['non-null', typesAreTrusted, 'const a = b!;'],
    ['a suppressed check', typesAreTrusted, ['// @ts', 'ignore'].join('-')],
    ['an empty catch', failuresAreHandled, 'try { a(); } catch { /* nothing */ }'],
    ['an empty rejection handler', failuresAreHandled, 'a().catch(() => {});'],
    ['a default export', exportsAreNamed, 'export default function a() {}'],
    ['an outside host', staysAtHome, "const a = 'https://example.com/x';"],
    ['an outside host in a template', staysAtHome, `const a = \`https://example.com/\${x}\`;`],
    ['a long file', roomsAreSmall, 'a\n'.repeat(251)],
  ] satisfies [string, Wall, string][])('%s is found', (_what, wall, text) => {
    expect(breachesOf(wall, 'src/client/a.ts', text)).toHaveLength(1);
  });

  test('what only looks like a breach is none', () => {
    const text = [
      'import { a as b } from "./a.ts";',
      'const c = { d: 1 } as const;',
      'const e = !b; const any = "as any";',
      'const ns = "http://www.w3.org/2000/svg";',
      'try { b(); } catch (error) { tell(error); }',
    ].join('\n');
    const walls = [typesAreTrusted, failuresAreHandled, exportsAreNamed, staysAtHome];
    expect(walls.flatMap((wall) => breachesOf(wall, 'src/client/a.ts', text))).toEqual([]);
  });

  test('the type checker is trusted everywhere', () => {
    expect(everything.flatMap(typesAreTrusted)).toEqual([]);
  });

  test('no failure is swallowed', () => {
    expect(everything.flatMap(failuresAreHandled)).toEqual([]);
  });

  test('exports have names', () => {
    const isConfig = (path: string) => path.endsWith('.config.ts');
    expect(everything.filter((file) => !isConfig(file.path)).flatMap(exportsAreNamed)).toEqual([]);
  });

  test('rooms are small', () => {
    expect(everything.flatMap(roomsAreSmall)).toEqual([]);
  });

  test('files are named in kebab-case', () => {
    expect(namesAreKebabCase({ path: 'src/client/TodayScreen.tsx', text: '' })).toHaveLength(1);
    expect(everything.flatMap(namesAreKebabCase)).toEqual([]);
  });

  test('the program asks nobody but its own server', () => {
    const shipped = program.filter((file) => !file.path.startsWith('src/launch/'));
    expect(shipped.flatMap(staysAtHome)).toEqual([]);
  });
});

describe('styles', () => {
  test('that come with another screen are found', () => {
    const main = "import './base.css'; import('./list.tsx'); import('./page.tsx');";
    const list = "import './list.css'; const a = <p class={b ? 'row bare' : 'base'} />;";
    const page = "import './page.css'; const a = <p class={c === 'row' ? 'bare' : 'x'} />;";
    const files = Object.entries({ main, list, page }).map(([name, text]) => ({
      path: `${name}.tsx`,
      text,
    }));
    const sheets = [
      { path: 'base.css', text: '.base { top: 0 }' },
      { path: 'list.css', text: '.row { top: 0 }\n.row .bare { top: 0 }' },
      { path: 'page.css', text: '/* .x */ .y,\n.bare { top: 0 }' },
    ];
    expect(borrowedStyles(files, sheets, 'main.tsx')).toEqual([
      'list.tsx:1 borrows the style of .bare',
    ]);
  });

  test('come with the screen that uses them', () => {
    const sheets = styleSheetsUnder('src/client');
    expect(borrowedStyles(inFolders('src/client'), sheets, 'src/client/main.tsx')).toEqual([]);
  });
});

describe('the floor plan', () => {
  test('has no folder that nobody drew', () => {
    expect(strayAtTop(['src', 'utils', 'README.md', '.ci'])).toEqual(['utils']);
    expect(strayAtTop(readdirSync(ROOT))).toEqual([]);
  });

  test('has no world that nobody drew', () => {
    expect(strayWorlds(['domain', 'common'])).toEqual(['common']);
    expect(strayWorlds(readdirSync(join(ROOT, 'src')))).toEqual([]);
  });
});
