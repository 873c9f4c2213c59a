/** 未被接受: what the office did not take, kept with its content until the person decides. */
import { sayRefusal } from '../../protocol/refusals.ts';
import type { LocalDatabase } from './database.ts';
import type { RefusedRow } from './tables.ts';
import { transact } from './transact.ts';

/** Still to be decided on, the oldest first. */
export async function listRefused(db: LocalDatabase): Promise<RefusedRow[]> {
  return db.refused.filter((row) => row.discardedAt === null).sortBy('seq');
}

/** 已放弃, with their content, the latest first. */
export async function listDiscarded(db: LocalDatabase): Promise<RefusedRow[]> {
  const rows = await db.refused.filter((row) => row.discardedAt !== null).sortBy('seq');
  return rows.reverse();
}

/** Gives a refused deed up: it is marked, its content stays on this device. */
export async function discardRefused(db: LocalDatabase, seq: number, at: number): Promise<void> {
  await transact(db, ['refused'], async (stores) => {
    const row = await stores.get('refused', seq);
    if (row) stores.put('refused', { ...row, discardedAt: row.discardedAt ?? at });
  });
}

/** Puts a deed that was given up back among those to be decided on. */
export async function restoreRefused(db: LocalDatabase, seq: number): Promise<void> {
  await transact(db, ['refused'], async (stores) => {
    const row = await stores.get('refused', seq);
    if (row) stores.put('refused', { ...row, discardedAt: null });
  });
}

/** The deed as a text file that a person can hand to the office; null where there is no such deed. */
export async function exportRefused(db: LocalDatabase, seq: number): Promise<string | null> {
  const row = await db.refused.get(seq);
  if (!row) return null;
  const { name, title, args, at, offset, code, detail, refusedAt } = row;
  const file = {
    kind: 'xundian-refused',
    title,
    reason: sayRefusal(code, detail),
    code,
    name,
    args,
    doneAt: new Date(at + offset).toISOString(),
    refusedAt: new Date(refusedAt).toISOString(),
  };
  return JSON.stringify(file, null, 2);
}
