/** A receipt table held against what the office knows, entry by entry; writes nothing. */
import type { ReceiptLine } from '../../domain/handoff.ts';
import { type Judged, reconcile } from '../../domain/handoff-receipt.ts';
import type { ReceiptEntry } from '../../protocol/handoff.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';
import { type KnownHandoffs, knownHandoffs } from './known-handoffs.ts';

export async function judgeReceipts(
  db: Db,
  rows: Rows,
  lines: readonly ReceiptLine[],
  now: number,
): Promise<ReceiptEntry[]> {
  const known = await knownHandoffs(db, rows, lines);
  const byLine = new Map(lines.map((line) => [line.line, line]));
  return reconcile(lines, known.handoffs, now).flatMap((judged) => {
    const first = byLine.get(judged.lines[0] ?? 0);
    return first ? [entryOf(judged, first, known)] : [];
  });
}

function entryOf(judged: Judged, first: ReceiptLine, known: KnownHandoffs): ReceiptEntry {
  const { line: _, ...said } = first;
  return {
    lines: [...judged.lines],
    kind: judged.kind,
    why: judged.why,
    said,
    ours: oursOf(judged.handoffId, known),
    steps: [...judged.steps],
    outcome: '',
    refusal: '',
    decision: null,
  };
}

function oursOf(handoffId: string | null, known: KnownHandoffs): ReceiptEntry['ours'] {
  const handoff = known.handoffs.find(({ id }) => id === handoffId);
  if (!handoff) return null;
  const finding = known.findings.get(handoff.findingId);
  return {
    handoffId: handoff.id,
    findingId: handoff.findingId,
    text: finding?.text ?? '',
    pointName: finding?.pointName ?? '',
    code: handoff.code,
    state: handoff.state,
    caseNumber: handoff.caseNumber,
    noticed: finding !== undefined && finding.noticeId !== null,
  };
}

/** What was decided of an entry before, with what it says now. */
export async function judgeAgain(
  db: Db,
  rows: Rows,
  entry: ReceiptEntry,
  now: number,
): Promise<ReceiptEntry | null> {
  const line = { ...entry.said, line: entry.lines[0] ?? 0 };
  const [fresh] = await judgeReceipts(db, rows, [line], now);
  return fresh ?? null;
}
