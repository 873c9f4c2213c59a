/**
 * What a person may do with a refused deed: say it again as it was, put a corrected
 * one in its place, give it up, or take that back. Each is a deed of its own, so the
 * office learns of it, and the mark on the refused one commits with it or not at all.
 */
import { MUTATIONS, type MutationArgs } from '../../protocol/mutations/index.ts';
import { type Outcome, refuse } from '../../protocol/refusals.ts';
import type { Author } from './author.ts';
import { releasePhotos } from './blobs.ts';
import { mutate, perform } from './mutate.ts';
import { photosNamed } from './named-photos.ts';
import { settling } from './redoing.ts';
import { DECISION_WORDS, subjectOf } from './refused.ts';
import type { Stores } from './stores.ts';
import type { Decision, RefusedRow } from './tables.ts';

/** Longer titles are cut where the office is told of them. */
const TOLD_TITLE = 200;

/** 重试: the same content as a new deed. The same rule speaks first, here as at the office. */
export async function retryRefused(author: Author, row: RefusedRow): Promise<Outcome> {
  return unlessDecided(author, row.seq, 'retried', () => sayAgain(author, row));
}

/** Nobody is told that a thing was done where another tap, or another tab, had decided otherwise. */
async function unlessDecided(
  { db }: Author,
  seq: number,
  how: Decision['how'],
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await act();
  if (!outcome.ok) return outcome;
  const decision = (await db.refused.get(seq))?.decision;
  return !decision || decision.how === how
    ? outcome
    : refuse('already-decided', DECISION_WORDS[decision.how]);
}

async function sayAgain(author: Author, row: RefusedRow): Promise<Outcome> {
  const id = subjectOf(row.args);
  if (id === null) return refuse('malformed');
  const { seq, name, title } = row;
  const alongside = settling(author, seq, { how: 'retried', reason: '' });
  if (name === 'notice.issue') return reissue(author, row, alongside);
  return perform(author, {
    name,
    id,
    title,
    tables: ['refused', 'blob'],
    // Two taps are one deed: the second finds it decided.
    args: async (_moment, stores) => ((await isOpen(stores, seq)) ? row.args : null),
    async alongside(stores) {
      await Promise.all([alongside(stores), releasePhotos(stores, photosNamed(row.args))]);
    },
  });
}

/** The number that it bore was voided with it: it draws another one. */
async function reissue(
  author: Author,
  { seq, args, title }: RefusedRow,
  alongside: (stores: Stores) => Promise<void>,
): Promise<Outcome> {
  const notice = MUTATIONS['notice.issue'].args.safeParse(args);
  if (!notice.success) return refuse('malformed');
  // The first screen does without it.
  const { issueNotice } = await import('./issue.ts');
  return issueNotice(author, notice.data, title, {
    alongside,
    stillMeant: (stores) => isOpen(stores, seq),
  });
}

/** All of them in the order in which they were done; answers those that are refused again here. */
export async function retryAll(
  author: Author,
  rows: readonly RefusedRow[],
): Promise<{ readonly row: RefusedRow; readonly outcome: Outcome }[]> {
  const still = [];
  for (const row of [...rows].sort((a, b) => a.seq - b.seq)) {
    const outcome = await retryRefused(author, row);
    if (!outcome.ok) still.push({ row, outcome });
  }
  return still;
}

async function isOpen(stores: Stores, seq: number): Promise<boolean> {
  return (await stores.get('refused', seq))?.decision === null;
}

/** 放弃: the content stays on this device, and the office reads what was given up and why. */
export async function giveUp(author: Author, row: RefusedRow, reason: string): Promise<Outcome> {
  const told = toldOf(author, row, 'given-up', reason);
  return unlessDecided(author, row.seq, 'given-up', () =>
    mutate(author, {
      ...told,
      tables: ['refused'],
      args: async (_moment, stores) => ((await isOpen(stores, row.seq)) ? told.args : null),
      alongside: settling(author, row.seq, { how: 'given-up', reason }),
    }),
  );
}

/** 恢复: among those to be decided on again. */
export async function takeBack(author: Author, row: RefusedRow): Promise<Outcome> {
  const told = toldOf(author, row, 'restored', '');
  return mutate(author, {
    ...told,
    tables: ['refused'],
    args: () => told.args,
    async alongside(stores) {
      const known = await stores.get('refused', row.seq);
      if (known) stores.put('refused', { ...known, decision: null });
    },
  });
}

/** The deed by which the office learns of a decision. */
export function toldOf(
  author: Author,
  row: RefusedRow,
  decision: MutationArgs['refused.decide']['decision'],
  reason: string,
) {
  const id = subjectOf(row.args) ?? author.clientId;
  const title = `${decision === 'given-up' ? '放弃' : '恢复'}：${row.title}`;
  const args = { id, seq: row.seq, decision, reason, title: row.title.slice(0, TOLD_TITLE) };
  return { name: 'refused.decide', id, title, args } as const;
}
