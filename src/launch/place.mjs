/** Where this checkout lies, and the few files that the launch scripts leave in it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Left-overs of the scripts: reports, stamps. Never anything that a person recorded. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'xundian');

export const DIST = join(ROOT, 'dist');
