/** The faults that prove the tests bite can still be put into the program: none of them has gone stale. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULTS as OF_KILLS } from '../kills/faults.ts';
import { ROOT } from '../support/walls/source-file.ts';
import { FAULTS as OF_SEEDS } from './bite/faults.ts';

describe.each([
  ['seeds', OF_SEEDS],
  ['kills', OF_KILLS],
] as const)('of the %s', (_of, faults) => {
  test.each(faults.map((fault) => [fault.name, fault.edits] as const))(
    '%s',
    async (_name, edits) => {
      for (const { file, find } of edits) {
        const text = await readFile(join(ROOT, file), 'utf8');
        expect(text.split(find).length, `${file} holds once: ${find}`).toBe(2);
      }
    },
  );
});
