/**
 * The network between the devices and the office. A request goes, an answer
 * comes, and what happens to either on the way is decided from outside.
 */
import type { Fetch } from '../../../src/client/sync/exchange.ts';
import { OLDEST_PROTOCOL } from '../../../src/protocol/sync.ts';
import type { Meter } from './meter.ts';
import type { Page } from './page.ts';

/** A request as it goes over the wire. */
export interface Letter {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob | null;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export class Call {
  /** `lost`: the caller hears nothing, and gives up by its own deadline. */
  stage: 'going' | 'coming' | 'lost' | 'over' = 'going';
  answer: WireAnswer | null = null;
  /** Null for one that the network has doubled: nobody waits for its answer. */
  readonly page: Page | null;
  readonly letter: Letter;
  readonly #hear: (response: Response) => void;
  readonly #break: (error: Error) => void;
  #release: () => void = () => undefined;

  constructor(
    page: Page | null,
    letter: Letter,
    hear: (response: Response) => void,
    fail: (error: Error) => void,
  ) {
    this.page = page;
    this.letter = letter;
    this.#hear = hear;
    this.#break = fail;
  }

  get isPhoto(): boolean {
    return this.letter.url.startsWith('/api/photos');
  }

  /** The caller may give up. What has gone may still arrive, and its answer finds nobody. */
  endsWith(signal: AbortSignal | null): void {
    const giveUp = () => {
      if (this.stage !== 'going') this.stage = 'over';
      this.#break(new DOMException('aborted', 'AbortError'));
    };
    signal?.addEventListener('abort', giveUp);
    this.#release = () => signal?.removeEventListener('abort', giveUp);
  }

  /** The caller hears the answer, or as much of it as has come through. */
  reply(bytes = Number.POSITIVE_INFINITY): void {
    const { answer } = this;
    this.stage = 'over';
    this.#release();
    if (this.page?.alive === false) return;
    if (!answer) {
      this.#break(new TypeError('Failed to fetch'));
      return;
    }
    const whole = answer.body.subarray(0, Math.min(bytes, answer.body.length));
    const bare = this.letter.method === 'HEAD' || answer.status === 204;
    const { status, headers } = answer;
    this.#hear(new Response(bare ? null : new Uint8Array(whole), { status, headers }));
  }

  /** Another request, whose answer nobody waits for. */
  rewritten(letter: Letter): Call {
    const nobody = () => undefined;
    return new Call(null, letter, nobody, nobody);
  }

  /** The connection breaks, and the caller knows. */
  cut(): void {
    this.stage = 'over';
    this.#release();
    if (this.page?.alive !== false) this.#break(new TypeError('Failed to fetch'));
  }
}

/** At the end of a pull; between two of its pages; or that of one that began with nothing. */
export type PullPlace = 'end' | 'between' | 'anew';

export class Network {
  calls: Call[] = [];
  /** Hears of every request that a page sends. */
  watch: (page: Page, letter: Letter) => void = () => undefined;
  /** Hears of every answer that the office gives, and of those that reach a page. */
  served: (call: Call) => void = () => undefined;
  heard: (call: Call) => void = () => undefined;
  /** By client and cursor: where in its pull the device stands there. */
  readonly #pulls = new Map<string, PullPlace>();
  readonly #meter: Meter;

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  /** `fetch` as a page has it. */
  fetchOf(page: Page): Fetch {
    return (url, init) => {
      // Nothing that a dead page still says is heard.
      if (!page.alive) return new Promise(() => undefined);
      const letter = letterOf(page, url, init);
      this.watch(page, letter);
      this.#meter.begin();
      this.#meter.end();
      if (!page.device.online || init.signal?.aborted) {
        return Promise.reject(new TypeError('Failed to fetch'));
      }
      return new Promise((hear, fail) => {
        const tell = (response: Response) => {
          this.heard(call);
          hear(response);
        };
        const call = new Call(page, letter, tell, fail);
        this.calls.push(call);
        call.endsWith(init.signal ?? null);
      });
    };
  }

  /** Called with each call that the office has answered. */
  answered(call: Call): void {
    this.served(call);
    if (call.letter.url !== '/api/sync' || call.answer?.status !== 200) return;
    const { clientId, cursor: from } = JSON.parse(String(call.letter.body));
    const { cursor, more, patch } = JSON.parse(call.answer.body.toString());
    const anew = patch.reset === true || this.pullPlace(clientId, from) === 'anew';
    this.#pulls.set(`${clientId} ${cursor}`, more !== true ? 'end' : anew ? 'anew' : 'between');
  }

  pullPlace(clientId: string | null, cursor: string | undefined): PullPlace {
    return this.#pulls.get(`${clientId} ${cursor}`) ?? 'end';
  }

  /** The same request once more, as a proxy or a browser may send it again by itself. */
  double(call: Call): void {
    this.calls.push(call.rewritten(call.letter));
  }

  /** Everything under way for a page breaks off; what has gone may still arrive. */
  leave(page: Page): void {
    for (const call of this.calls) {
      if (call.page !== page || call.stage === 'going') continue;
      call.stage = 'over';
    }
  }

  /** Those that go or come, the oldest first. */
  get moving(): Call[] {
    this.calls = this.calls.filter((call) => call.stage !== 'over');
    return this.calls.filter((call) => call.stage !== 'lost');
  }
}

function letterOf(page: Page, url: string, init: RequestInit): Letter {
  const headers: Record<string, string> = Object.fromEntries(new Headers(init.headers));
  if (page.device.cookie !== null) headers.cookie = page.device.cookie;
  const { method = 'GET', body = null } = init;
  if (body !== null && typeof body !== 'string' && !(body instanceof Blob)) {
    throw new Error('a body must be text or a Blob');
  }
  return { method, url, headers, body: page.outdated ? ofOldProtocol(body) : body };
}

/** What yesterday's program would have said. */
function ofOldProtocol(body: string | Blob | null): string | Blob | null {
  if (typeof body !== 'string') return body;
  return JSON.stringify({ ...JSON.parse(body), protocol: OLDEST_PROTOCOL - 1 });
}
