/** The header that a paper's or link's holder shows, and how often it may be shown. */
import type { FastifyRequest } from 'fastify';
import { MAX_SEAL_TEXT } from '../../protocol/seal-payload.ts';
import { hashToken } from '../auth/sessions.ts';
import { Failure } from '../http/failure.ts';
import { Pace } from '../http/pace.ts';
import { judgeCapability, type Parts, type WayIn } from './capability.ts';

const WINDOW_MS = 60_000;
/** A whole unit may share one address, and each photo on the page is a question. */
const MOST_PER_ADDRESS = 600;
const MOST_PER_WAY = 300;
const MOST_ACTS = 30;
/** Of what lets nobody in: a mistyped link is tried a few times, not sixty. */
const MOST_WRONG = 20;

const BEARER = /^Bearer ([\w-]{1,600})$/;

export class Gatekeeper {
  readonly #parts: Parts;
  readonly #addresses = new Pace(MOST_PER_ADDRESS, WINDOW_MS);
  readonly #ways = new Pace(MOST_PER_WAY, WINDOW_MS);
  readonly #acts = new Pace(MOST_ACTS, WINDOW_MS);
  readonly #wrong = new Pace(MOST_WRONG, WINDOW_MS);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** To read; throws a Failure for whoever is not let in. */
  async admit(request: FastifyRequest): Promise<WayIn> {
    return (await this.#enter(request)).way;
  }

  /** To do something, or to send bytes for it. */
  async admitToAct(request: FastifyRequest): Promise<WayIn> {
    const { way, key } = await this.#enter(request);
    this.#acts.enter(key, this.#parts.now());
    if (way.gate.kind !== 'open') throw new Failure('reply-over');
    return way;
  }

  async #enter({ headers, ip }: FastifyRequest): Promise<{ way: WayIn; key: string }> {
    const now = this.#parts.now();
    this.#addresses.enter(ip, now);
    const [, presented = ''] = BEARER.exec(headers.authorization ?? '') ?? [];
    // What is presented is nowhere kept, not even in memory.
    const key = hashToken(presented);
    this.#ways.enter(key, now);
    const judged =
      presented === '' || presented.length > MAX_SEAL_TEXT
        ? ({ ok: false, why: 'reply-unknown' } as const)
        : await judgeCapability(this.#parts, presented);
    if (judged.ok) return { way: judged, key };
    this.#wrong.enter(ip, now);
    throw new Failure(judged.why);
  }
}
