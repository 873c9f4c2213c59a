/** `node test/client/stores/write.mjs`: keeps the store of the schema that is about to be released. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const { module } = await runnerImport(here('full-store.ts'), { configFile: false });
const file = await module.fullStore();
await writeFile(here(`${file.version / 10}.json`), `${JSON.stringify(file)}\n`);
