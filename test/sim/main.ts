/**
 * What src/launch/soak.mjs runs, after it has put the simulation into one file:
 * seeds, or with `--bite [fault]` the proof that they find what is wrong.
 */
import { fileURLToPath } from 'node:url';
import { bite } from './bite/bite.ts';
import { soak } from './soak.ts';

const [first, only] = process.argv.slice(2);

process.exitCode =
  first === '--bite'
    ? await bite(process.cwd(), only)
    : await soak(process.argv.slice(2), fileURLToPath(import.meta.url));
