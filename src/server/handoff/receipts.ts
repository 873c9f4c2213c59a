/** Takes a receipt table: what matches is done, what is contradicted waits for a person's decision. */
import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { DeadlineChoice } from '../../domain/deadline.ts';
import type { ReceiptLine } from '../../domain/handoff.ts';
import type { ReceiptDecision, ReceiptEntry, ReceiptReport } from '../../protocol/handoff.ts';
import { type Outcome, sayRefusal } from '../../protocol/refusals.ts';
import { actorOf, type Person } from '../auth/people.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { doDeeds, type OfficeDeed } from '../sync/office-deed.ts';
import { judgeAgain, judgeReceipts } from './judge-receipts.ts';
import { findReceipt, keepReceipt, rewriteReceipt, sameReceipt } from './receipt-book.ts';

export interface ReceiptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly lines: readonly ReceiptLine[];
}

/** What taking it would do; writes nothing. */
export async function previewReceipts(
  { store, rows, now }: Context,
  person: Person,
  file: ReceiptFile,
): Promise<ReceiptReport> {
  const at = now();
  const entries = await judgeReceipts(store.db, rows, file.lines, at);
  return { id: '', fileName: file.name, at, byName: person.name, entries };
}

/** The same file again is answered as the first time, and nothing is written. */
export async function takeReceipts(
  context: Context,
  person: Person,
  file: ReceiptFile,
  deadline: DeadlineChoice | null,
): Promise<ReceiptReport> {
  const { store, officeId } = context;
  const preview = await previewReceipts(context, person, file);
  const digest = createHash('sha256').update(file.bytes).digest('hex');
  const isNew = ({ kind, steps }: ReceiptEntry) => kind === 'matched' && steps.length > 0;
  if (!preview.entries.some(isNew)) {
    const before = await sameReceipt(store.db, officeId, digest);
    if (before) return before;
  }
  const deeds = preview.entries.flatMap((entry, nth) =>
    isNew(entry) ? deedsOf(entry, deadline).map((deed) => ({ nth, deed })) : [],
  );
  let report: ReceiptReport = { ...preview, id: uuidv7() };
  await doDeeds(
    context,
    { actor: actorOf(person), client: `desk:${person.accountId}` },
    deeds.map(({ deed }) => deed),
    async (tx, outcomes) => {
      const entries = report.entries.map((entry, nth) => {
        const own = outcomes.filter((_, at) => deeds[at]?.nth === nth);
        return own.length === 0 ? entry : settled(entry, own);
      });
      report = { ...report, entries };
      await keepReceipt(tx, officeId, person.accountId, digest, report);
    },
  );
  return report;
}

/** A contradicted entry is taken at its word, or left as it stands; either is on record, once. */
export async function decideReceipt(
  context: Context,
  person: Person,
  receiptId: string,
  decision: ReceiptDecision,
): Promise<ReceiptReport> {
  const { store, officeId, rows, now } = context;
  const report = await findReceipt(store.db, officeId, receiptId);
  const nth = report?.entries.findIndex(({ lines }) => lines[0] === decision.line) ?? -1;
  const entry = report?.entries[nth];
  if (!report || entry?.kind !== 'contradicted') throw new Failure('not-found');
  if (entry.decision) throw new Failure('conflict');
  const steps = decision.take ? await stepsNow(context, entry) : [];
  if (decision.take && steps.length === 0) {
    throw new Failure('receipt-moot');
  }
  const { take, note, deadline } = decision;
  const decided = { take, note, byName: person.name, at: now() };
  let after = report;
  await doDeeds(
    context,
    { actor: actorOf(person), client: `desk:${person.accountId}` },
    deedsOf({ ...entry, steps }, deadline),
    async (tx, outcomes) => {
      const refused = outcomes.find((outcome) => !outcome.ok);
      // A throw takes the deeds back: the entry is still to be decided.
      if (refused && !refused.ok) {
        throw new Failure('receipt-moot', { message: sayRefusal(refused.reason, refused.detail) });
      }
      const done = { ...settled({ ...entry, steps }, outcomes), decision: decided };
      const entries = report.entries.map((one, at) => (at === nth ? done : one));
      after = { ...report, entries };
      await rewriteReceipt(tx, officeId, after);
    },
  );
  return after;

  async function stepsNow({ store: { db } }: Context, one: ReceiptEntry) {
    if (one.steps.length === 0) return [];
    return (await judgeAgain(db, rows, one, now()))?.steps ?? [];
  }
}

function deedsOf(entry: ReceiptEntry, deadline: DeadlineChoice | null): OfficeDeed[] {
  const { ours, steps } = entry;
  if (!ours) return [];
  return steps.map(({ result, caseNumber, at, note }) => ({
    name: 'handoff.settle',
    args: {
      id: ours.findingId,
      result,
      caseNumber,
      at,
      note,
      deadline: result === 'declined' && ours.noticed ? deadline : null,
    },
  }));
}

function settled(entry: ReceiptEntry, outcomes: readonly Outcome[]): ReceiptEntry {
  const refused = outcomes.find((outcome) => !outcome.ok);
  if (refused && !refused.ok) {
    return { ...entry, outcome: 'refused', refusal: sayRefusal(refused.reason, refused.detail) };
  }
  return { ...entry, outcome: outcomes.length > 0 ? 'applied' : '' };
}
