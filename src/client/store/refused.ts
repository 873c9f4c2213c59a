/** 未被接受: what the office did not take, kept with its content until the person decides. */
import * as z from 'zod/mini';
import type { LocalDatabase } from './database.ts';
import { headWithin } from './head.ts';
import type { Stores } from './stores.ts';
import type { Decision, RefusedRow } from './tables.ts';

/** Still to be decided on, the oldest first. */
export async function listRefused(db: LocalDatabase): Promise<RefusedRow[]> {
  return db.refused.filter((row) => row.decision === null).sortBy('seq');
}

/** Decided on, with their content, the latest decision first. */
export async function listDecided(db: LocalDatabase): Promise<DecidedRow[]> {
  const rows = await db.refused.filter((row) => row.decision !== null).toArray();
  return rows.filter(isDecided).sort((a, b) => b.decision.at - a.decision.at);
}

export interface DecidedRow extends RefusedRow {
  decision: Decision;
}

export function isDecided(row: RefusedRow): row is DecidedRow {
  return row.decision !== null;
}

/** What was decided, in words. */
export const DECISION_WORDS: Readonly<Record<Decision['how'], string>> = {
  'given-up': '放弃',
  retried: '重试',
  redone: '修改后重交',
};

const About = z.object({ id: z.string() });

/** What a deed was about, by its `id`; null for one that says nothing sensible. */
export function subjectOf(args: unknown): string | null {
  return About.safeParse(args).data?.id ?? null;
}

/**
 * Marks a refused deed as decided, within the transaction of the deed that does
 * so, which is the latest. One that was decided on before stays as it was.
 */
export async function decide(
  stores: Stores,
  seq: number,
  decision: Pick<Decision, 'how' | 'by' | 'reason'>,
): Promise<void> {
  const [row, head] = await Promise.all([stores.get('refused', seq), headWithin(stores)]);
  const deed = await stores.get('outbox', head.lastSeq);
  if (row?.decision !== null || !deed) return;
  const at = deed.at + deed.offset;
  stores.put('refused', { ...row, decision: { ...decision, at, seq: deed.seq } });
}
