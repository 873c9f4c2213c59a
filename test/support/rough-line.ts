/** A tablet's line to a real server that fails at a chosen request, and counts what goes over it. */
import { lineOf } from './line.ts';
import type { OfficeClient } from './office-client.ts';
import type { Office } from './tablet.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Bytes of the body, where it is a piece of a photo. */
  readonly piece: number;
}

export type Fault =
  /** It never reaches the office. */
  | 'unheard'
  /** The office does it, and the answer is lost. */
  | 'answer-lost'
  /** The office does it, and the answer does not come for as long as anyone waits. */
  | 'answer-never'
  /** The office takes it and does nothing with the deeds in it. */
  | 'deeds-dropped'
  /** The line breaks when so many bytes of a piece are through. */
  | { readonly cutAfter: number };

export class RoughLine implements Office {
  readonly #fetch: Office['fetch'];
  #hung: () => void = () => undefined;
  /** Which fault befalls a request. */
  fault: (asked: Asked) => Fault | null = () => null;
  /** Bytes of photos that left the tablet, doubles included. */
  photoBytes = 0;
  /** `PATCH /api/photos/…`, in order. */
  readonly asked: string[] = [];

  constructor(client: OfficeClient) {
    this.#fetch = lineOf(client).office.fetch;
  }

  /** The next `times` requests that fit meet the fault. */
  failNext(fits: (asked: Asked) => boolean, fault: Fault, times = 1): void {
    let left = times;
    this.fault = (asked) => {
      if (left === 0 || !fits(asked)) return null;
      left -= 1;
      return fault;
    };
  }

  /** Resolves once a request waits for an answer that does not come. */
  hangs(): Promise<void> {
    return new Promise((resolve) => {
      this.#hung = resolve;
    });
  }

  readonly fetch: Office['fetch'] = async (path, init) => {
    const { method = 'GET', body } = init;
    const piece = body instanceof Blob ? body.size : 0;
    this.asked.push(`${method} ${path}`);
    this.photoBytes += piece;
    const fault = this.fault({ method, path, piece });
    switch (fault) {
      case null:
        return this.#fetch(path, init);
      case 'unheard':
        throw new TypeError('Failed to fetch');
      case 'answer-lost':
        await (await this.#fetch(path, init)).arrayBuffer();
        throw new TypeError('Failed to fetch');
      case 'answer-never':
        await (await this.#fetch(path, init)).arrayBuffer();
        return this.#silence(init.signal);
      case 'deeds-dropped':
        return this.#fetch(path, { ...init, body: withoutDeeds(String(body)) });
      default:
        if (!(body instanceof Blob)) throw new Error('only a piece of a photo can be cut');
        await this.#fetch(path, { ...init, body: body.slice(0, fault.cutAfter) });
        throw new TypeError('Failed to fetch');
    }
  };

  #silence(signal: AbortSignal | null | undefined): Promise<never> {
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      this.#hung();
    });
  }
}

function withoutDeeds(body: string): string {
  return JSON.stringify({ ...JSON.parse(body), mutations: [] });
}
