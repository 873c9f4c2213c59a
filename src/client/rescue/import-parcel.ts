/**
 * 导入离线包 on a device with network. The file is opened here; its deeds and photos
 * go to the office as they are. What this device holds of its own is not touched.
 */
import type * as z from 'zod/mini';
import {
  ParcelDeeds,
  ParcelEndAnswer,
  type ParcelPart,
  ParcelPartAnswer,
  ParcelTrouble,
} from '../../protocol/parcel.ts';
import type { Bytes } from '../../protocol/parcel-lock.ts';
import type { OpenParcel } from '../../protocol/parcel-open.ts';
import { sayRefusal } from '../../protocol/refusals.ts';
import { bodyOf, type Fetch, send, setbackOf } from '../sync/exchange.ts';
import { isThere } from '../sync/photo-there.ts';
import type { Failure } from '../sync/status.ts';
import { deliver } from '../sync/tus.ts';

export interface Importing {
  readonly parcel: OpenParcel;
  readonly fetch: Fetch;
  readonly stop: AbortSignal;
  /** The id of this run. */
  readonly run: string;
  /** Deeds and photos that are dealt with. */
  onProgress(done: number): void;
}

export interface ImportTally {
  /** Deeds: applied + known + refused are all of the file's. */
  readonly applied: number;
  readonly known: number;
  readonly refused: readonly { readonly title: string; readonly why: string }[];
  readonly photosSent: number;
  readonly photosKnown: number;
  /** Why photos were not taken, one line each. */
  readonly photosRefused: readonly string[];
}

export type Imported =
  | { readonly ok: true; readonly tally: ImportTally }
  | { readonly ok: false; readonly failure: Failure };

/** What was taken before a failure stays taken; the same file again goes on from there. */
export async function importParcel(importing: Importing): Promise<Imported> {
  const run = new Run(importing);
  try {
    for await (const content of importing.parcel.contents()) {
      if (content.kind === 'deeds') await run.takeDeeds(content);
      if (content.kind === 'photo') await run.takePhoto(content.sha256, content.jpeg);
    }
    await run.end();
    return { ok: true, tally: run.tally };
  } catch (error) {
    if (error instanceof Halt) return { ok: false, failure: error.failure };
    if (!(error instanceof ParcelTrouble)) throw error;
    return { ok: false, failure: { code: error.code, message: error.message } };
  }
}

class Run {
  readonly #importing: Importing;
  readonly #hashes: string[] = [];
  readonly #refused: { title: string; why: string }[] = [];
  readonly #photosRefused: string[] = [];
  #applied = 0;
  #known = 0;
  #photosSent = 0;
  #photosKnown = 0;

  constructor(importing: Importing) {
    this.#importing = importing;
  }

  get tally(): ImportTally {
    return {
      applied: this.#applied,
      known: this.#known,
      refused: this.#refused,
      photosSent: this.#photosSent,
      photosKnown: this.#photosKnown,
      photosRefused: this.#photosRefused,
    };
  }

  async takeDeeds({ text, seal }: { readonly text: string; readonly seal: string | null }) {
    const { run, parcel } = this.#importing;
    const part: ParcelPart = { run, digest: parcel.digest, deeds: text, seal };
    const { results, before, gap } = await this.#post('/api/parcels', part, ParcelPartAnswer);
    const { deeds } = ParcelDeeds.parse(JSON.parse(text));
    const titles = new Map(deeds.map(({ seq, title }) => [seq, title]));
    for (const { seq, status, code = '', detail = '' } of results) {
      if (status === 'rejected') {
        this.#refused.push({ title: titles.get(seq) ?? '', why: sayRefusal(code, detail) });
      } else if (seq > before) this.#applied += 1;
      else this.#known += 1;
    }
    if (gap) throw new Halt(new ParcelTrouble('parcel-gap'));
    this.#progress();
  }

  async takePhoto(sha256: string, bytes: Bytes): Promise<void> {
    const { fetch, stop } = this.#importing;
    this.#hashes.push(sha256);
    const there = await isThere(fetch, sha256, stop);
    if (there === null) throw new Halt(OFFLINE);
    if (there) {
      this.#photosKnown += 1;
      this.#progress();
      return;
    }
    const jpeg = new Blob([bytes], { type: 'image/jpeg' });
    const silent = async () => undefined;
    // Whoever asks for an import has chosen the line that it goes by.
    const mayGo = async () => true;
    const photo = { jpeg, sha256, uploadUrl: null, mayGo, onUrl: silent, onProgress: silent };
    const delivery = await deliver(fetch, photo, stop);
    if (delivery.kind === 'offline' || delivery.kind === 'held') throw new Halt(OFFLINE);
    if (delivery.kind === 'refused') this.#photosRefused.push(delivery.failure.message);
    else if (delivery.kind === 'done') this.#photosSent += 1;
    else throw new Halt(delivery.failure);
    this.#progress();
  }

  async end(): Promise<void> {
    const { run } = this.#importing;
    await this.#post('/api/parcels/end', { run, photos: this.#hashes }, ParcelEndAnswer);
  }

  #progress(): void {
    const deeds = this.#applied + this.#known + this.#refused.length;
    this.#importing.onProgress(deeds + this.#hashes.length);
  }

  async #post<T>(path: string, body: object, schema: z.ZodMiniType<T>): Promise<T> {
    const { fetch, stop } = this.#importing;
    const answer = await send(fetch, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: stop,
    });
    if (answer === null) throw new Halt(OFFLINE);
    const said = await bodyOf(answer);
    const parsed = schema.safeParse(said);
    if (answer.ok && parsed.success) return parsed.data;
    const setback = setbackOf(answer.status, said);
    throw new Halt(setback.kind === 'offline' ? OFFLINE : setback.failure);
  }
}

/** Ends a run before its end. */
class Halt extends Error {
  override readonly name = 'Halt';
  readonly failure: Failure;

  constructor({ code, message }: Failure) {
    super(message);
    this.failure = { code, message };
  }
}

const OFFLINE: Failure = {
  code: 'offline',
  message: '连不上服务器。已入账的不会重复，联网后把这个文件再导入一次',
};
