/** What an older store is made into when a newer program opens it first. Nothing of it is let go. */
import type { Transaction } from 'dexie';

/** Schema 2: a decision says who, when and why; a draft may correct what was refused. */
export async function toSecond(tx: Transaction): Promise<void> {
  await tx.table('refused').toCollection().modify(withDecision);
  await tx.table('draft').toCollection().modify(withoutRedoing);
}

function withDecision(row: { discardedAt?: number | null; decision?: unknown }): void {
  const { discardedAt: at = null } = row;
  row.decision = at === null ? null : { how: 'given-up', at, by: '', reason: '', seq: 0 };
  delete row.discardedAt;
}

function withoutRedoing(row: { redoes?: number | null }): void {
  row.redoes = null;
}

/**
 * Schema 3: what a notice is printed from, who signed it and how it was handed over; the
 * office's rows that came before say nothing of it.
 */
export async function toThird(tx: Transaction): Promise<void> {
  await tx.table('office').toCollection().modify(withPaper);
  await tx.table('notice').toCollection().modify(withoutPaper);
  await tx.table('photo').toCollection().modify(ofFinding);
  await tx.table('base').toCollection().modify(beneath);
  // Asked for all over again, the office says what it has set of them.
  await tx.table('meta').where('key').equals('cursor').delete();
}

function withPaper(row: object): void {
  Object.assign(row, {
    numbering: 'segments',
    paperFormat: 'document',
    basis: '',
    demand: '',
    feedback: '',
    address: '',
    publicKey: '',
    ...row,
  });
}

function withoutPaper(row: object): void {
  Object.assign(row, { record: null, seal: null, delivery: null, replaces: null, ...row });
}

function ofFinding(row: object): void {
  Object.assign(row, { noticeId: '', ...row });
}

function beneath(image: { table?: string; row?: object | null }): void {
  if (!image.row) return;
  if (image.table === 'office') withPaper(image.row);
  if (image.table === 'notice') withoutPaper(image.row);
  if (image.table === 'photo') ofFinding(image.row);
}

/** Schema 4: what becomes of a problem once a notice carries it; nothing had become of any before. */
export async function toFourth(tx: Transaction): Promise<void> {
  for (const table of ['office', 'finding', 'photo']) {
    await tx
      .table(table)
      .toCollection()
      .modify((row) => withAnswers(table, row));
  }
  await tx.table('base').toCollection().modify(answersBeneath);
  // Asked for all over again, the office says what it has set and found out meanwhile.
  await tx.table('meta').where('key').equals('cursor').delete();
}

function withAnswers(table: string | undefined, row: { noticeId?: string | null }): void {
  if (table === 'office') {
    Object.assign(row, { letterAgency: '', monthlyAgency: '', soonDays: 3, ...row });
  }
  if (table === 'finding') {
    Object.assign(row, {
      repliedAt: null,
      acceptedAt: null,
      closedAt: null,
      closing: null,
      shelf: null,
      mergedInto: null,
      extensionId: null,
      urge: null,
      ...row,
    });
  }
  if (table === 'photo') {
    const stage = row.noticeId === '' ? 'found' : 'receipt';
    Object.assign(row, { timed: true, stage, ofId: '', phash: '', ...row });
  }
}

function answersBeneath(image: { table?: string; row?: object | null }): void {
  if (image.row) withAnswers(image.table, image.row);
}
