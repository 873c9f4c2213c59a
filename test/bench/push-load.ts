/** Fifty tablets that push at once: each waits for its answer and pushes again. */
import { Agent } from 'node:http';
import type { OfficeClient } from '../support/office-client.ts';
import { cursorIn, postSync } from './post-sync.ts';

export const TABLETS = 50;

export interface LoadRound {
  readonly perSecond: number;
  /** Milliseconds from a push to its answer. */
  readonly waits: readonly number[];
}

/** A tablet under load: what it pushes next, and where its pulls stand. */
export interface Pusher {
  readonly client: OfficeClient;
  next(): void;
  cursor: string | null;
}

export async function pushFor(pushers: readonly Pusher[], ms: number): Promise<LoadRound> {
  const agent = new Agent({ keepAlive: true, maxSockets: TABLETS });
  const waits: number[] = [];
  const began = performance.now();
  await Promise.all(
    pushers.map(async (pusher) => {
      while (performance.now() - began < ms) {
        pusher.next();
        const from = performance.now();
        const answer = await postSync(agent, pusher.client, pusher.cursor);
        waits.push(performance.now() - from);
        pusher.cursor = takenBy(answer);
        pusher.client.settle();
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: waits.length / seconds, waits };
}

/** The next cursor of an answer that took the push. */
function takenBy(answer: string): string {
  if (!answer.includes('"status":"applied"')) {
    throw new Error(`the push was not taken: ${answer.slice(0, 400)}`);
  }
  return cursorIn(answer);
}
