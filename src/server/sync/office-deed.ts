/**
 * Deeds that no tablet holds: of who answers through the link of a notice, and of the
 * desk where the office itself does many at once. They run as a push does: the same
 * rule, one transaction, rows at one version, each in the journal at its place.
 */
import type { MutationName } from '../../protocol/mutations/index.ts';
import type { Outcome } from '../../protocol/refusals.ts';
import type { Actor } from '../../protocol/tx.ts';
import type { Context } from '../context.ts';
import type { Db } from '../store/database.ts';
import { lockOffice } from '../store/office-lock.ts';
import type { Books } from './books.ts';
import { NumberDesk } from './number-desk.ts';
import { Overlay } from './overlay.ts';
import { Run } from './run.ts';

export interface OfficeDeed {
  readonly name: MutationName;
  /** As they came; the rule parses them. */
  readonly args: unknown;
}

export interface DeedAuthor {
  readonly actor: Actor;
  /** Whose order they stand in, e.g. `link:<id>` or `desk:<accountId>`; never a tablet's own id. */
  readonly client: string;
  /** When the person did it (ms), where that is known otherwise than by arrival. */
  readonly at?: number;
}

/** What else belongs into the same transaction; a throw takes the deeds back with it. */
type Alongside = (tx: Db, outcomes: readonly Outcome[]) => Promise<void>;

/** Answers each deed's outcome, in order. A refused one leaves no trace but its line in the journal. */
export async function doDeeds(
  { store, books, pokes, now }: Pick<Context, 'store' | 'books' | 'pokes' | 'now'>,
  author: DeedAuthor,
  deeds: readonly OfficeDeed[],
  alongside: Alongside = async () => undefined,
): Promise<readonly Outcome[]> {
  const at = now();
  const { outcomes, version } = await store.db.transaction().execute(async (tx) => {
    const done = await runDeeds(tx, books, author, deeds, at);
    await alongside(tx, done.outcomes);
    return done;
  });
  if (version !== null) pokes.poke(version);
  return outcomes;
}

async function runDeeds(
  tx: Db,
  books: Books,
  { actor, client, at }: DeedAuthor,
  deeds: readonly OfficeDeed[],
  now: number,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly version: number | null }> {
  const office = await lockOffice(tx, books.officeId, 1);
  const desk = new NumberDesk(tx, books, office, now);
  await desk.expect([client]);
  const overlay = new Overlay(tx, books.rows, books.city.since(office.cityHead));
  const run = new Run({ tx, books, desk, overlay, now }, new Map());
  const last = await books.journal.lastSeq(tx, client);
  const pushed = deeds.map(({ name, args }, nth) => {
    return { seq: last + 1 + nth, name, args, at: at ?? now, offset: 0 };
  });
  const outcomes = await run.deeds(actor, client, pushed);
  const written = await run.write(office);
  return { outcomes, version: written > 0 ? office.version : null };
}
