/** Which world may know which: `domain ← protocol ← {client, server}`, and `sw → client/sync` only. */
import { importsOf } from './imports.ts';
import { breach, type Wall } from './source-file.ts';

/** The most particular world of a path comes first. */
const WORLDS = [
  'src/client/store',
  'src/client/sync',
  'src/client',
  'src/document',
  'src/domain',
  'src/launch',
  'src/protocol',
  'src/server',
  'sw',
] as const;
type World = (typeof WORLDS)[number];

const KNOWS: Record<World, readonly World[]> = {
  'src/domain': [],
  'src/protocol': ['src/domain'],
  'src/document': ['src/domain'],
  'src/client/store': ['src/client/sync', 'src/protocol', 'src/domain'],
  'src/client/sync': ['src/client/store', 'src/protocol', 'src/domain'],
  'src/client': [
    'src/client/store',
    'src/client/sync',
    'src/document',
    'src/protocol',
    'src/domain',
  ],
  'src/server': ['src/document', 'src/protocol', 'src/domain'],
  'src/launch': [],
  sw: ['src/client/sync'],
};

/** Worlds that run in a browser or anywhere: nothing of Node is there. */
const NODE_WORLDS: readonly World[] = ['src/server', 'src/launch'];

/** Packages that a pure world may stand on. */
const PURE_PACKAGES: Partial<Record<World, readonly string[]>> = {
  'src/domain': [],
  'src/protocol': ['zod/mini'],
};

export function worldOf(path: string): World | null {
  return WORLDS.find((world) => path.startsWith(`${world}/`)) ?? null;
}

export const arrowsHold: Wall = (file) => {
  const world = worldOf(file.path);
  if (world === null) return [breach(file, 0, 'belongs to no world')];
  return importsOf(file).flatMap(({ specifier, path, offset }) => {
    if (path !== null) {
      const target = worldOf(path);
      if (target === world || (target !== null && KNOWS[world].includes(target))) return [];
      return [breach(file, offset, `${world} must not know ${path}`)];
    }
    if (specifier.startsWith('node:') && !NODE_WORLDS.includes(world)) {
      return [breach(file, offset, `${specifier} is not there where ${world} runs`)];
    }
    const packages = PURE_PACKAGES[world];
    if (packages && !packages.includes(specifier)) {
      return [breach(file, offset, `${world} stands on no package but its own: ${specifier}`)];
    }
    // The whole of zod is 91 KB; the tablet carries zod/mini.
    if (specifier === 'zod' && world !== 'src/server') {
      return [breach(file, offset, 'the tablet carries zod/mini, not zod')];
    }
    return [];
  });
};
