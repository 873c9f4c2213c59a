/** One PostgreSQL for the whole run; where there is none, its half of the tests is skipped aloud. */
import type { TestProject } from 'vitest/node';
import { startCluster } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the cluster, ending in `/`; '' where this machine has none. */
    postgres: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  if (!cluster) {
    console.warn('No PostgreSQL was found on this machine: the server is tested on SQLite alone.');
  }
  project.provide('postgres', cluster?.url ?? '');
  return async () => {
    await cluster?.stop();
  };
}
