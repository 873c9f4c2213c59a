/** The deeds of one transaction on their way into the office's books, one after another. */
import { civilDateOf, yearOf } from '../../domain/civil.ts';
import { correctedTime } from '../../domain/clock.ts';
import { isMutationName, runMutation } from '../../protocol/mutations/index.ts';
import { DONE, isRefusalCode, type Outcome, refuse } from '../../protocol/refusals.ts';
import { type PushedMutation, type SyncResult, settledReport } from '../../protocol/sync.ts';
import type { Actor } from '../../protocol/tx.ts';
import { Drafts } from '../history/chain.ts';
import type { Ref } from '../history/entry.ts';
import { type Taking, writeTakings } from '../rescue/parcel-runs.ts';
import type { Db } from '../store/database.ts';
import type { Locked } from '../store/office-lock.ts';
import type { Books } from './books.ts';
import { type ClientState, newClient } from './client-book.ts';
import { completeNotices } from './complete-notices.ts';
import { readableArgs } from './deed-args.ts';
import { type JournalEntry, resultOf } from './journal.ts';
import type { NumberDesk } from './number-desk.ts';
import type { Overlay } from './overlay.ts';
import type { Push, PushAnswer } from './push.ts';
import { numberIn } from './refused-number.ts';
import { writeTaken } from './write-taken.ts';

/** A deed that has made the server fail so often is set aside, so that the rest flows on. */
export const MAX_TRIES = 3;
/** From here on, reading ahead costs less than it saves. */
const READ_AHEAD_FROM = 5;

/** Those who issue notices in the field. */
export function mayHoldNumbers(actor: Actor): boolean {
  return actor.role === 'inspector' || actor.role === 'supervisor';
}

export interface RunParts {
  readonly tx: Db;
  readonly books: Books;
  readonly desk: NumberDesk;
  readonly overlay: Overlay;
  readonly now: number;
}

export class Run {
  readonly #parts: RunParts;
  readonly #clients: Map<string, ClientState>;
  readonly #journal: JournalEntry[] = [];
  readonly #chain = new Drafts();
  readonly #takings: Taking[] = [];
  readonly #seen = new Set<string>();
  readonly #readable = new Set<PushedMutation>();

  constructor(parts: RunParts, clients: Map<string, ClientState>) {
    this.#parts = parts;
    this.#clients = clients;
  }

  async readAhead(pushes: readonly Push[]): Promise<void> {
    const ids = new Set<string>();
    let deeds = 0;
    for (const mutation of pushes.flatMap((push) => push.mutations)) {
      deeds += 1;
      if (readableArgs(mutation.args, ids)) this.#readable.add(mutation);
    }
    if (deeds >= READ_AHEAD_FROM) await this.#parts.overlay.expect(ids);
  }

  async push(push: Push): Promise<PushAnswer> {
    const { tx, books, desk, now } = this.#parts;
    const { actor, clientId } = push;
    const client = this.#clients.get(clientId) ?? newClient(clientId, actor.accountId);
    if (client.account_id !== actor.accountId) return { ok: false, code: 'client-not-yours' };
    const before = client.last_seq;
    const repeated = push.mutations.map(({ seq }) => seq).filter((seq) => seq <= before);
    const known = await books.journal.read(tx, clientId, repeated);
    for (const entry of this.#journal) {
      if (entry.client === clientId) known.set(entry.seq, resultOf(entry));
    }
    const results: SyncResult[] = [];
    let state = client;
    let gap = false;
    for (const mutation of push.mutations) {
      gap = mutation.seq > state.last_seq + 1;
      if (gap) break;
      if (mutation.seq <= state.last_seq) {
        results.push(known.get(mutation.seq) ?? { seq: mutation.seq, status: 'applied' });
        continue;
      }
      const entry = await this.#do(actor, state, mutation, this.#readable.has(mutation));
      this.#journal.push(entry);
      const result = resultOf(entry);
      known.set(entry.seq, result);
      results.push(result);
      state = { ...state, last_seq: mutation.seq };
    }
    const report = settledReport(push.report, results);
    const settled = JSON.stringify(report);
    const answer = { ok: true, results, before, lastSeq: state.last_seq, gap } as const;
    if (push.parcel) {
      const { accountId } = actor;
      this.#takings.push({ source: push.parcel, client: clientId, accountId, before, results });
      const heard =
        client.report === '' ? { report: settled, last_contact: push.parcel.madeAt } : client;
      this.#keep({ ...state, report: heard.report, last_contact: heard.last_contact });
      return { ...answer, leases: [] };
    }
    this.#keep({ ...state, report: settled, last_contact: now });
    if (report.unsent === 0 && !gap) desk.lapse(clientId, push.seen ?? null);
    if (mayHoldNumbers(actor)) await desk.topUp(clientId, yearOf(civilDateOf(now)));
    return { ...answer, leases: desk.leasesOf(clientId) };
  }

  /** Deeds of the office's own, from this place of that order on; the outcome of each. */
  async deeds(
    actor: Actor,
    client: string,
    mutations: readonly PushedMutation[],
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const mutation of mutations) {
      const readable = readableArgs(mutation.args, new Set());
      const state = newClient(client, actor.accountId);
      const entry = await this.#do(actor, state, mutation, readable);
      this.#journal.push(entry);
      const known = isRefusalCode(entry.code) ? entry.code : 'set-aside';
      outcomes.push(entry.outcome === 'applied' ? DONE : refuse(known, entry.detail));
    }
    return outcomes;
  }

  /** Answers how many rows were written. */
  async write({ version, chain }: Pick<Locked, 'version' | 'chain'>): Promise<number> {
    const { tx, books, desk, overlay, now } = this.#parts;
    await completeNotices(overlay, books);
    const { count, chained } = await writeTaken(tx, books.rows, overlay, version);
    const clients = [...this.#seen].flatMap((id) => this.#clients.get(id) ?? []);
    await books.clients.write(tx, clients);
    await books.journal.write(tx, this.#journal);
    await books.chain.add(tx, chain, this.#chain, chained);
    await writeTakings(tx, books.officeId, this.#takings, now);
    await desk.write();
    return count;
  }

  #keep(state: ClientState): void {
    this.#clients.set(state.id, state);
    this.#seen.add(state.id);
  }

  /** One deed at its place: in the journal, and taken or dropped. */
  async #do(
    actor: Actor,
    client: ClientState,
    mutation: PushedMutation,
    readable: boolean,
  ): Promise<JournalEntry> {
    const { overlay, desk, now } = this.#parts;
    const { seq, name, at, offset } = mutation;
    const correctedAt = Math.max(0, correctedTime(at, offset, now));
    const outcome = await this.#decide(actor, client, mutation, readable, correctedAt);
    let touched: readonly Ref[] = [];
    if (outcome.ok) {
      touched = overlay.take();
      desk.take();
    } else {
      overlay.drop();
      desk.drop();
      const number = numberIn(mutation);
      const why = `签发未被接受（${outcome.reason}）`;
      if (number) await desk.voidRefused(client.id, number, why);
    }
    const entry = {
      client: client.id,
      seq,
      account_id: actor.accountId,
      // A name that no one here made is not worth keeping, and may hold anything.
      name: isMutationName(name) ? name : '',
      args: readable ? JSON.stringify(mutation.args ?? null) : 'null',
      device_at: at,
      device_offset: offset,
      corrected_at: correctedAt,
      received_at: now,
      outcome: outcome.ok ? 'applied' : 'rejected',
      code: outcome.ok ? '' : outcome.reason,
      detail: outcome.ok ? '' : outcome.detail,
    };
    this.#chain.deed(entry, touched);
    return entry;
  }

  async #decide(
    actor: Actor,
    client: ClientState,
    mutation: PushedMutation,
    readable: boolean,
    at: number,
  ): Promise<Outcome> {
    const { seq, name } = mutation;
    if (client.stuck_seq === seq && client.stuck_tries >= MAX_TRIES) return refuse('set-aside');
    if (!readable) return refuse('malformed', '含有无法保存的字符');
    if (!isMutationName(name)) return refuse('malformed', '服务器不认识这种操作');
    return runMutation(this.#parts.overlay, name, mutation.args, {
      actor,
      clientId: client.id,
      seq,
      at,
      officeId: this.#parts.books.officeId,
      numbers: this.#parts.desk.for(client.id),
    });
  }
}
