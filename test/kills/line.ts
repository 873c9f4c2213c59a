/**
 * The line between tablet and office, in the runner's hands: it can stop a request
 * at a named place on its way, so that a kill falls there by intent, not by luck.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestOptions,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { PIECE_BYTES } from '../../src/client/sync/tus.ts';
import { freePort } from '../e2e/support/free-port.ts';

/** `push` carries deeds, `pull` none; a photo comes in pieces, and after the last the office takes it in. */
export type Kind = 'push' | 'pull' | 'piece' | 'last-piece';

/** How far a request has come. */
export type Place =
  /** Heard by the line, not by the office. */
  | 'asked'
  /** Half of it is with the office. */
  | 'half-asked'
  /** All of it is with the office, which is at work. */
  | 'at-work'
  /** The office has done it and answered; the tablet knows nothing of that. */
  | 'answered'
  /** Half of the answer is with the tablet. */
  | 'half-told'
  /** All of the answer is with the tablet, which takes it over. */
  | 'told';

export interface Passing {
  readonly kind: Kind;
  place: Place;
  /** Of an answered pull: whether it brings rows. */
  brings: boolean;
}

export interface Stop {
  readonly kind: Kind;
  readonly place: Place;
}

interface Armed extends Stop {
  reached(): void;
}

/** So long a tablet may be taking over what it was told. */
const TAKING_OVER_MS = 60;

export class HeldLine {
  readonly url: string;
  readonly #server: Server;
  readonly #to: URL;
  readonly #passing = new Set<Passing>();
  #armed: Armed | null = null;
  #asked = 0;
  #onQuiet: (nth: number) => void = () => undefined;
  #up = true;
  #letGo: (() => void)[] = [];

  private constructor(to: string, port: number) {
    this.#to = new URL(to);
    this.url = `http://127.0.0.1:${port}`;
    this.#server = createServer((asked, answer) => {
      this.#pass(asked, answer).catch(() => answer.destroy());
    });
  }

  static async open(to: string): Promise<HeldLine> {
    const port = await freePort();
    const line = new HeldLine(to, port);
    await new Promise<void>((resolve) => line.#server.listen(port, '127.0.0.1', resolve));
    return line;
  }

  /** What is on its way now. */
  get underWay(): readonly Passing[] {
    return [...this.#passing];
  }

  /** The next request that comes to the place stands there until the line is cut; resolves once it does. */
  stopAt(stop: Stop): Promise<void> {
    return new Promise((resolve) => {
      this.#armed = { ...stop, reached: resolve };
    });
  }

  /** Whatever stands goes on, and nothing more is stopped. */
  #release(): void {
    this.#armed = null;
    for (const go of this.#letGo.splice(0)) go();
  }

  /** Resolves once the tablet has asked anew and there was nothing for it. */
  nothingNew(): Promise<void> {
    const asked = this.#asked;
    return new Promise((resolve) => {
      this.#onQuiet = (nth) => {
        if (nth > asked) resolve();
      };
    });
  }

  /** Nothing passes from here on, and what is under way is cut. */
  cut(): void {
    this.#up = false;
    this.#release();
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
    if (!this.#up) throw new Error('the line is cut');
    const kind = kindOf(asked);
    if (kind === null) return this.#pipe(asked, answer);
    const body = await bytesOf(asked);
    const passing: Passing = { kind: nearer(kind, body), place: 'asked', brings: false };
    this.#passing.add(passing);
    this.#asked += 1;
    const nth = this.#asked;
    try {
      await this.#comeTo(passing, 'asked');
      const answered = await this.#ask(passing, asked, body);
      await this.#tell(passing, answered, answer);
      if (passing.kind === 'pull' && !passing.brings) this.#onQuiet(nth);
    } finally {
      this.#passing.delete(passing);
    }
  }

  async #ask(passing: Passing, asked: IncomingMessage, body: Buffer): Promise<Answered> {
    const half = Math.floor(body.length / 2);
    const { answered, onward } = this.#onward(asked);
    // Heard further down; until then it must not end the runner.
    answered.catch(() => undefined);
    onward.write(body.subarray(0, half));
    await this.#comeTo(passing, 'half-asked');
    onward.end(body.subarray(half));
    await this.#comeTo(passing, 'at-work');
    const { status, headers, stream } = await answered;
    return { status, headers, body: await bytesOf(stream) };
  }

  async #tell(passing: Passing, answered: Answered, answer: ServerResponse): Promise<void> {
    const { status, headers, body } = answered;
    passing.brings = bringsRows(body);
    await this.#comeTo(passing, 'answered');
    const half = Math.floor(body.length / 2);
    answer.writeHead(status, headers);
    answer.flushHeaders();
    answer.write(body.subarray(0, half));
    await this.#comeTo(passing, 'half-told');
    answer.end(body.subarray(half));
    await this.#comeTo(passing, 'told');
    await new Promise((resolve) => setTimeout(resolve, TAKING_OVER_MS));
  }

  async #comeTo(passing: Passing, place: Place): Promise<void> {
    passing.place = place;
    const armed = this.#armed;
    if (armed?.place !== place || armed.kind !== passing.kind) return;
    if (passing.kind === 'pull' && place !== 'asked' && !passing.brings) return;
    this.#armed = null;
    const released = new Promise<void>((resolve) => this.#letGo.push(resolve));
    armed.reached();
    // The office at work, or the tablet taking over, waits for nobody.
    if (place !== 'at-work' && place !== 'told') await released;
  }

  /** The rest: the program's files, sessions, pokes. */
  async #pipe(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { answered, onward } = this.#onward(asked);
    asked.pipe(onward);
    answer.on('close', () => onward.destroy());
    const { status, headers, stream } = await answered;
    answer.writeHead(status, headers);
    stream.on('error', () => answer.destroy());
    stream.pipe(answer);
  }

  #onward(asked: IncomingMessage) {
    const { hostname, port } = this.#to;
    const { method, url: path } = asked;
    // What the line looks into must not come packed.
    const headers = { ...asked.headers, 'accept-encoding': 'identity' };
    const options: RequestOptions = { hostname, port, method, path, headers, agent: false };
    const onward = request(options);
    const answered = new Promise<Answering>((resolve, reject) => {
      onward.on('error', reject);
      onward.on('response', (stream) =>
        resolve({ status: stream.statusCode ?? 502, headers: stream.headers, stream }),
      );
    });
    return { onward, answered };
  }
}

interface Answering {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly stream: IncomingMessage;
}

interface Answered extends Omit<Answering, 'stream'> {
  readonly body: Buffer;
}

function kindOf({ method, url = '' }: IncomingMessage): Kind | null {
  if (method === 'POST' && url === '/api/sync') return 'pull';
  return method === 'PATCH' && url.startsWith('/api/photos/') ? 'piece' : null;
}

/** What can be told of it by its content alone. */
function nearer(kind: Kind, body: Buffer): Kind {
  if (kind === 'piece') return body.length < PIECE_BYTES ? 'last-piece' : 'piece';
  return /"mutations":\[\{/.test(body.toString()) ? 'push' : 'pull';
}

function bringsRows(body: Buffer): boolean {
  return /"puts":\{"/.test(body.toString());
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
