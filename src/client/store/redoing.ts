import type { Author } from './author.ts';
import { decide } from './refused.ts';
import type { Stores } from './stores.ts';
import type { Decision } from './tables.ts';

/** What a deed does besides, when it stands in the place of a refused one. */
export function redoing(author: Author, seq: number | null): Redoing | null {
  if (seq === null) return null;
  return {
    tables: ['refused'],
    alongside: settling(author, seq, { how: 'redone', reason: '' }),
  };
}

export interface Redoing {
  readonly tables: readonly ['refused'];
  alongside(stores: Stores): Promise<void>;
}

/** Marks the refused deed as decided, within the transaction of the deed that does so. */
export function settling(author: Author, seq: number, how: Pick<Decision, 'how' | 'reason'>) {
  return (stores: Stores) => decide(stores, seq, { ...how, by: author.actor.name });
}
