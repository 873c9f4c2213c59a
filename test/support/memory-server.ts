/**
 * An office in memory, behind `fetch`, built on the real mutators and schemas.
 * Faults are set from outside, so that a test reads as what went wrong.
 */
import { FAILURES, type FailureCode } from '../../src/protocol/failures.ts';
import { isMutationName, runMutation } from '../../src/protocol/mutations/index.ts';
import { refuse } from '../../src/protocol/refusals.ts';
import {
  type Lease,
  type PushedMutation,
  SyncRequest,
  type SyncResponse,
  type SyncResult,
} from '../../src/protocol/sync.ts';
import type { Actor } from '../../src/protocol/tx.ts';
import { MemoryPhotos } from './memory-photos.ts';
import { MemoryRows } from './memory-rows.ts';
import {
  calendar,
  checklist,
  inspector,
  NOON,
  office,
  point,
  round,
  team,
  unit,
} from './small-city.ts';

interface Client {
  accountId: string;
  lastSeq: number;
  results: Map<number, SyncResult>;
}

export class MemoryServer {
  readonly rows = new MemoryRows();
  readonly photos = new MemoryPhotos();
  readonly clients = new Map<string, Client>();
  readonly requests: SyncRequest[] = [];
  /** The register: `seq` of a number to the client that holds it, and whether it is used. */
  readonly register = new Map<number, { client: string; used: boolean }>();
  actor: Actor = inspector;
  now = NOON;
  scope = 'all';
  pageRows = 10_000;
  leasesHeld = 3;

  // Faults.
  network: 'up' | 'down' = 'up';
  /** Answers to be lost after they took effect. */
  loseAnswers = 0;
  failure: FailureCode | null = null;
  /** Answers in its place, e.g. a network's sign-in page. */
  answersWith: (() => Response) | null = null;
  /** Name of the deeds that it fails at, and has set aside. */
  setsAside: string | null = null;
  /** Runs within a request, before it is answered. */
  meanwhile: (() => Promise<void>) | null = null;

  constructor() {
    this.rows.put('office', office);
    this.rows.put('calendar', calendar);
    this.rows.put('unit', unit);
    this.rows.put('checklist', checklist);
    this.rows.put('point', point('P1'), point('P2'), point('P3'));
    this.rows.put('round', round);
    this.rows.put('team', team);
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (this.network === 'down' || init.signal?.aborted) throw new TypeError('Failed to fetch');
    if (this.answersWith) return this.answersWith();
    if (this.failure) return failureOf(this.failure);
    const answer = url.startsWith('/api/photos')
      ? await this.photos.answer(url, init)
      : await this.sync(String(init.body));
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      throw new TypeError('Failed to fetch');
    }
    return answer;
  };

  private async sync(body: string): Promise<Response> {
    const request = SyncRequest.parse(JSON.parse(body));
    this.requests.push(request);
    const { clientId } = request;
    const { accountId } = this.actor;
    if (request.accountId !== undefined && request.accountId !== accountId) {
      return failureOf('client-not-yours');
    }
    const client = this.clients.get(clientId) ?? { accountId, lastSeq: 0, results: new Map() };
    if (client.accountId !== accountId) return failureOf('client-not-yours');
    this.clients.set(clientId, client);
    const results: SyncResult[] = [];
    let gap = false;
    for (const mutation of request.mutations) {
      gap = mutation.seq > client.lastSeq + 1;
      if (gap) break;
      if (mutation.seq > client.lastSeq) await this.run(clientId, client, mutation);
      const result = client.results.get(mutation.seq);
      if (result) results.push(result);
    }
    const run = this.meanwhile;
    this.meanwhile = null;
    await run?.();
    const pulled = this.pull(request.cursor);
    const numberLeases = this.leasesOf(clientId);
    const { lastSeq } = client;
    return Response.json({
      protocol: 1,
      results,
      lastSeq,
      gap,
      serverTime: this.now,
      numberLeases,
      ...pulled,
    } satisfies SyncResponse);
  }

  private pull(cursor: string | null): Pick<SyncResponse, 'patch' | 'cursor' | 'more'> {
    const [scope, version] = (cursor ?? '').split('.');
    const known = scope === this.scope;
    const { patch, to } = this.rows.patchSince(known ? Number(version) : 0, this.pageRows);
    return {
      patch: { ...patch, reset: !known },
      cursor: `${this.scope}.${to}`,
      more: to < this.rows.version,
    };
  }

  private async run(clientId: string, client: Client, mutation: PushedMutation): Promise<void> {
    const { seq, name, args, at, offset } = mutation;
    const layer = this.rows.layer();
    const used: number[] = [];
    const outcome =
      name === this.setsAside
        ? refuse('set-aside')
        : await runMutation(layer, nameOf(name), args, {
            actor: this.actor,
            clientId,
            seq,
            at: at + offset,
            officeId: 'office',
            numbers: {
              confirm: async (_notice, year, number) => {
                const held = number && this.register.get(number.seq);
                if (number && held?.used) return refuse('number-used');
                if (number && held?.client !== clientId) return refuse('number-not-leased');
                const drawn = number ?? {
                  agency: office.agency,
                  year,
                  seq: this.register.size + 1,
                };
                used.push(drawn.seq);
                return { ok: true, number: drawn };
              },
              draw: async () => null,
              markVoided: async () => undefined,
            },
          });
    if (outcome.ok) {
      this.rows.take(layer);
      for (const one of used) this.register.set(one, { client: clientId, used: true });
    }
    client.lastSeq = seq;
    client.results.set(
      seq,
      outcome.ok
        ? { seq, status: 'applied' }
        : { seq, status: 'rejected', code: outcome.reason, detail: outcome.detail },
    );
  }

  private leasesOf(client: string): Lease[] {
    const free = () =>
      [...this.register].filter(([, number]) => number.client === client && !number.used);
    while (free().length < this.leasesHeld) {
      this.register.set(this.register.size + 1, { client, used: false });
    }
    return free().map(([seq]) => ({ agency: office.agency, year: 2023, seq }));
  }
}

function nameOf(name: string) {
  if (isMutationName(name)) return name;
  throw new Error(`no deed is called ${name}`);
}

function failureOf(code: FailureCode): Response {
  const [status, message] = FAILURES[code];
  return Response.json({ code, message }, { status });
}
