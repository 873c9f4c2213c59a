/** A tablet as far as numbers go: what it was lent, what it knows of the office, what it has not sent. */

import { civilDateOf, yearOf } from '../../../src/domain/civil.ts';
import type { Numbering } from '../../../src/domain/lease-lapse.ts';
import type { Lease, PushedMutation, SyncResult } from '../../../src/protocol/sync.ts';
import type { Actor } from '../../../src/protocol/tx.ts';
import type { Push, PushAnswer } from '../../../src/server/sync/push.ts';
import { uuid } from '../../support/rule-city.ts';

/** The office's row as this tablet pulled it last. */
export interface Known {
  readonly agency: string;
  readonly numbering: Numbering;
  /** The version pulled. */
  readonly version: number;
}

export class FieldTablet {
  readonly clientId: string;
  readonly actor: Actor;
  outbox: PushedMutation[] = [];
  /** How far its clock is wrong (ms), and no measure has put it right. */
  skew = 0;
  /** A supervisor has taken its numbers back at least once. */
  wasRecalled = false;
  #known: Known | null = null;
  #free: Lease[] = [];
  readonly #used = new Set<string>();
  #seq = 0;

  constructor(nth: number, actor: Actor) {
    this.clientId = uuid(700_000 + nth);
    this.actor = actor;
  }

  /** Issues a notice on paper; answers the number that stands on it, null for 编号待定. */
  issue(
    now: number,
    noticeId: string,
    findingId: string,
  ): { readonly number: Lease | null; readonly seq: number } {
    const at = now + this.skew;
    const number = this.#draw(yearOf(civilDateOf(at)));
    this.#does('notice.issue', at, {
      id: noticeId,
      roundId: 'R1',
      teamId: 'T1',
      unitId: 'U01',
      findingIds: [findingId],
      deadline: { kind: 'immediate' },
      number,
    });
    return { number, seq: this.#seq };
  }

  void(now: number, noticeId: string): void {
    this.#does('notice.void', now, { id: noticeId, reason: '责任单位写错' });
  }

  push(): Push {
    return {
      actor: this.actor,
      clientId: this.clientId,
      mutations: [...this.outbox],
      seen: this.#known?.version ?? null,
      report: {
        deviceId: this.clientId,
        label: '平板',
        appVersion: 'test',
        unsent: this.outbox.length,
        unsentPhotos: 0,
        unsentSince: null,
        refused: 0,
        storageFree: null,
        storageError: null,
      },
    };
  }

  /** Takes over an answer as the real one does; what it refused is answered back. */
  hear(answer: PushAnswer, known: Known): readonly SyncResult[] {
    if (!answer.ok) throw new Error('the tablet was turned away');
    this.outbox = this.outbox.filter(({ seq }) => seq > answer.lastSeq);
    this.#known = known;
    this.#free = answer.leases.filter((lease) => !this.#used.has(keyOf(lease)));
    return answer.results.filter((result) => result.status === 'rejected');
  }

  #draw(year: number): Lease | null {
    const known = this.#known;
    if (known?.numbering !== 'segments') return null;
    const fits = (lease: Lease) => lease.year === year && lease.agency === known.agency;
    const at = this.#free.findIndex(fits);
    const [lease = null] = at === -1 ? [] : this.#free.splice(at, 1);
    if (lease) this.#used.add(keyOf(lease));
    return lease;
  }

  #does(name: string, at: number, args: unknown): void {
    this.#seq += 1;
    this.outbox.push({ seq: this.#seq, name, args, at, offset: 0 });
  }
}

export function keyOf({ agency, year, seq }: Lease): string {
  return `${agency}/${year}/${seq}`;
}
