/** Small rooms, a fixed floor plan, and no telephone to the outside. */
import { type Breach, breach, type Wall, walk } from './source-file.ts';

const MAX_LINES = 250;
const MAX_TEST_LINES = 400;

export const roomsAreSmall: Wall = (file) => {
  const most = file.path.startsWith('test/') ? MAX_TEST_LINES : MAX_LINES;
  const lines = file.text.trimEnd().split('\n').length;
  return lines > most ? [`${file.path} has ${lines} lines, at most ${most}`] : [];
};

export const namesAreKebabCase: Wall = (file) => {
  const name = file.path.split('/').at(-1) ?? '';
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|d))?\.(tsx?|mjs)$/.test(name)
    ? []
    : [`${file.path} is not named in kebab-case`];
};

/** Addresses that are names, not places: XML namespaces. */
const NAMESPACES = [
  'www.w3.org',
  'schemas.openxmlformats.org',
  'schemas.microsoft.com',
  'purl.org',
];

/** The program asks nobody but its own server. */
export const staysAtHome: Wall = (file) => {
  const found: Breach[] = [];
  const look = (text: string, offset: number) => {
    for (const [, host = ''] of text.matchAll(/https?:\/\/([\w.-]*\w)/g)) {
      // A host without a dot is this machine, or a stand-in that resolves nowhere.
      const home = !host.includes('.') || host === '127.0.0.1' || NAMESPACES.includes(host);
      if (!home) found.push(breach(file, offset, `knows an outside host: ${host}`));
    }
  };
  walk(file, {
    Literal(node) {
      if (typeof node.value === 'string') look(node.value, node.start);
    },
    TemplateElement: (node) => look(node.value.raw, node.start),
    JSXText: (node) => look(node.value, node.start),
  });
  return found;
};

const TOP = [
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'sw',
  'test',
  'tsconfig.json',
  'vite.config.ts',
];

/** What the scripts make, ignored by git. */
const MADE = ['node_modules', 'dist', 'data', 'test-results'];

/** Names at the top that the floor plan does not draw. */
export function strayAtTop(names: readonly string[]): string[] {
  return names.filter(
    (name) => !name.startsWith('.') && !TOP.includes(name) && !MADE.includes(name),
  );
}

const WORLD_FOLDERS = ['client', 'document', 'domain', 'launch', 'protocol', 'server'];

/** Names under src/ that are no world. */
export function strayWorlds(names: readonly string[]): string[] {
  return names.filter((name) => !WORLD_FOLDERS.includes(name) && name !== 'tsconfig.base.json');
}
