/**
 * Takes over one answer of the office in one transaction: what it acknowledged,
 * what it sent, what is still pending on top. A pull never erases pending work,
 * and with nothing pending the local row equals the office's (invariant 5).
 */

import type { runMutation } from '../../protocol/mutations/index.ts';
import { TABLES } from '../../protocol/rows/index.ts';
import type { SyncResponse } from '../../protocol/sync.ts';
import { acknowledge } from './acknowledge.ts';
import type { Author } from './author.ts';
import { headWithin } from './head.ts';
import { factsWithin, writeFacts } from './meta.ts';
import { holdPhotos, sendAgain } from './named-photos.ts';
import { mergeLeases } from './numbers.ts';
import { forgetOfficeRows, RulesNeeded, rebase } from './rebase.ts';
import { rules } from './rules.ts';
import type { Stores } from './stores.ts';
import { transact } from './transact.ts';

export interface Contact {
  /** Device time (ms) of the answer. */
  readonly at: number;
  /** Newly measured offset (ms), or null where the measure was no good. */
  readonly offset: number | null;
}

export interface Applied {
  /** Rows written or taken away. */
  readonly rows: number;
  /** Deeds that are still not acknowledged. */
  readonly pending: number;
}

export async function applyAnswer(
  author: Author,
  answer: SyncResponse,
  contact: Contact,
): Promise<Applied> {
  const scope = isQuiet(answer) ? QUIET : FULL;
  // A first download has nothing pending, and need not wait for the rules.
  const pending = await author.db.outbox.count();
  const run = pending > 0 ? (await rules()).runMutation : null;
  try {
    return await transact(author.db, scope, (stores) =>
      apply(stores, author, { answer, contact, run }),
    );
  } catch (error) {
    if (run || !(error instanceof RulesNeeded)) throw error;
    // A deed was done in this very moment; nothing of the answer has been written.
    await rules();
    return applyAnswer(author, answer, contact);
  }
}

/** An answer without rows or results writes next to nothing, and wakes no screen's query. */
const QUIET = ['outbox', 'lease', 'head', 'meta'] as const;
const FULL = [...TABLES, ...QUIET, 'base', 'receipt', 'refused', 'blob'] as const;

function isQuiet({ patch, results }: SyncResponse): boolean {
  return !patch.reset && results.length === 0 && rowsIn({ patch }) === 0;
}

function rowsIn({ patch }: Pick<SyncResponse, 'patch'>): number {
  return Object.values(patch.puts).reduce(
    (sum, rows) => sum + (rows?.length ?? 0),
    patch.dels.length,
  );
}

interface Taking {
  readonly answer: SyncResponse;
  readonly contact: Contact;
  /** Null where nothing was pending a moment ago. */
  readonly run: typeof runMutation | null;
}

async function apply(
  stores: Stores,
  author: Author,
  { answer, contact, run }: Taking,
): Promise<Applied> {
  const [head, facts] = await Promise.all([headWithin(stores), factsWithin(stores)]);
  const quiet = isQuiet(answer);
  const taken = quiet
    ? { pending: await stores.count('outbox'), accepted: 0 }
    : await takeOver(stores, author, { answer, contact, run });
  await mergeLeases(stores, answer.numberLeases);
  stores.put('head', {
    id: 'head',
    // A store put back from an older copy must not reuse places that the office has taken.
    lastSeq: Math.max(head.lastSeq, answer.lastSeq),
    offset: contact.offset ?? head.offset,
    generation: quiet ? head.generation : head.generation + 1,
  });
  writeFacts(stores, {
    cursor: answer.cursor,
    lastContact: contact.at,
    accepted: (facts.accepted ?? 0) + taken.accepted,
    pulled: !answer.more || (facts.pulled ?? false),
  });
  return { rows: rowsIn(answer), pending: taken.pending };
}

async function takeOver(
  stores: Stores,
  author: Author,
  { answer, contact, run }: Taking,
): Promise<{ pending: number; accepted: number }> {
  if (answer.patch.reset) forgetOfficeRows(stores);
  const outbox = await stores.all('outbox');
  const { pending, refused, accepted } = await acknowledge(
    stores,
    answer.results,
    outbox,
    contact.at,
  );
  await rebase(stores, author, answer.patch, pending, run);
  await holdPhotos(stores, refused);
  await sendAgain(stores, answer.patch);
  return { pending: pending.length, accepted };
}
