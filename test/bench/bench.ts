/** What every measurement is handed. */

import type { Stage } from '../e2e/support/stage.ts';
import { percentile } from './figures.ts';
import { type BenchServer, startBenchServer } from './servers/child.ts';

export interface Bench {
  readonly stage: Stage;
  /** Rounds that count, after one that warms up. */
  readonly rounds: number;
  /** Where the built pages lie. */
  readonly pages: string;
  /** Whether the peers are installed. */
  readonly peers: boolean;
}

/** The servers beside the product's, all of them on this machine; the peers' where they are installed. */
export interface Neighbours {
  readonly bare: BenchServer;
  readonly pouchdb: BenchServer | null;
  readonly rxdb: BenchServer | null;
}

/** Runs the work beside them and ends them with it. */
export async function withNeighbours<R>(
  { stage, pages, peers }: Bench,
  work: (neighbours: Neighbours) => Promise<R>,
): Promise<R> {
  const servers: BenchServer[] = [];
  const start = async (name: Parameters<typeof startBenchServer>[0]) => {
    const server = await startBenchServer(name, pages, await stage.folder(name));
    servers.push(server);
    return server;
  };
  try {
    return await work({
      bare: await start('bare-server'),
      pouchdb: peers ? await start('pouchdb-server') : null,
      rxdb: peers ? await start('rxdb-server') : null,
    });
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** `p50 1.2 ms, p95 3.4 ms`, for raw rounds. */
export function sayWaits(waits: readonly number[]): string {
  const at = (share: number) => `${percentile(waits, share).toFixed(2)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}`;
}
