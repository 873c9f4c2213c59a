/** The line between tablets and the office, in our hands: it can be cut and slowed, and keeps what went over it. */
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';
import { SyncRequest } from '../../../src/protocol/sync.ts';
import { freePort } from './free-port.ts';

/** One round trip of `/api/sync`, by this machine's steady clock. */
export interface SyncCall {
  readonly clientId: string;
  readonly seqs: readonly number[];
  /** Asked by the service worker, where the tablet's pages have been told apart by `markPages`. */
  readonly byWorker: boolean;
  readonly began: number;
  ended: number;
}

/** The room that a marked page says it has; no worker says the same by chance. */
const PAGE_ROOM = 123_456_789;

/** From here on the tablet's pages say how much room they have, so that what its worker asks is known. */
export async function markPages(context: BrowserContext): Promise<void> {
  await context.addInitScript((room) => {
    navigator.storage.estimate = async () => ({ usage: 0, quota: room });
  }, PAGE_ROOM);
}

export class WatchedLine {
  readonly url: string;
  readonly calls: SyncCall[] = [];
  /** How long each round trip is held up. */
  slowMs = 0;
  /** How long what is asked under a path is held up, by the path's beginning. */
  readonly slowed = new Map<string, number>();
  readonly #server: Server;
  readonly #to: URL;
  #up = true;

  private constructor(to: string, port: number) {
    this.#to = new URL(to);
    this.url = `http://127.0.0.1:${port}`;
    this.#server = createServer((asked, answer) => void this.#pass(asked, answer));
  }

  static async open(to: string): Promise<WatchedLine> {
    const port = await freePort();
    const line = new WatchedLine(to, port);
    await new Promise<void>((resolve) => line.#server.listen(port, '127.0.0.1', resolve));
    return line;
  }

  /** Nothing passes from here on, and what is under way is cut. */
  cut(): void {
    this.#up = false;
    this.#server.closeAllConnections();
  }

  mend(): void {
    this.#up = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (!this.#up) {
      asked.socket.destroy();
      return;
    }
    const body = await bytesOf(asked);
    const call = asked.url === '/api/sync' ? this.#note(body) : null;
    if (call) await wait(this.slowMs);
    for (const [path, ms] of this.slowed) if (asked.url?.startsWith(path)) await wait(ms);
    const { hostname, port } = this.#to;
    const { method, url: path, headers } = asked;
    const onward = request({ hostname, port, method, path, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => {
      if (call) call.ended = performance.now();
      onward.destroy();
    });
    onward.end(body);
  }

  #note(body: Buffer): SyncCall {
    const { clientId, mutations, device } = SyncRequest.parse(JSON.parse(body.toString()));
    const call: SyncCall = {
      clientId,
      seqs: mutations.map(({ seq }) => seq),
      byWorker: device.storageFree !== PAGE_ROOM,
      began: performance.now(),
      ended: Number.POSITIVE_INFINITY,
    };
    this.calls.push(call);
    return call;
  }
}

async function bytesOf(asked: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of asked) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
