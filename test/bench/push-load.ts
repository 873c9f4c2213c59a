/** Fifty tablets that push at once: each waits for its answer and pushes again. */
import { Agent, request } from 'node:http';
import type { OfficeClient } from '../support/office-client.ts';

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
        const answer = await post(agent, pusher.client, pusher.cursor);
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

/** Plain HTTP, since fetch costs the loader more than the server. */
function post(agent: Agent, client: OfficeClient, cursor: string | null): Promise<string> {
  const body = client.request(cursor);
  return new Promise((resolve, reject) => {
    const sending = request(
      `${client.url}/api/sync`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          cookie: client.cookie,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode} ${text}`));
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

/** The next cursor of an answer that took the push. Read by hand: the loader shares the machine with the server. */
function takenBy(answer: string): string {
  const [, cursor] = /"cursor":"([^"]+)"/.exec(answer) ?? [];
  if (cursor === undefined || !answer.includes('"status":"applied"')) {
    throw new Error(`the push was not taken: ${answer.slice(0, 400)}`);
  }
  return cursor;
}
