/**
 * 对账 of a handoff: what the platform's receipt table says of each problem, held against
 * what the office knows. Every problem of the table ends in exactly one of matched, unknown
 * and contradicted, and only what is matched may be applied without a person's decision.
 */
import type { KnownHandoff, ReceiptLine, SettleStep } from './handoff.ts';
import {
  type Contradiction,
  contradictionOf,
  isSilent,
  wrongAsLines,
} from './receipt-contradiction.ts';

export interface Judged {
  /** Where in the table it stands; line 1 is the header. */
  readonly lines: readonly number[];
  readonly kind: 'matched' | 'unknown' | 'contradicted';
  /** Null for an unknown one. */
  readonly handoffId: string | null;
  readonly why: Contradiction | null;
  /** What taking the table at its word would do; empty for nothing new, or nothing possible. */
  readonly steps: readonly SettleStep[];
}

interface Group {
  readonly known: KnownHandoff | null;
  readonly lines: ReceiptLine[];
}

/** `now` in ms. A later handoff of the same problem stands before an earlier one in `known`. */
export function reconcile(
  lines: readonly ReceiptLine[],
  known: readonly KnownHandoff[],
  now: number,
): Judged[] {
  const groups = grouped(lines, known);
  const holders = new Map<string, string>();
  for (const one of known) if (one.caseNumber !== '') holders.set(one.caseNumber, one.id);
  const claims = new Map<string, number>();
  for (const group of groups) {
    for (const number of new Set(group.lines.map((line) => line.caseNumber))) {
      claims.set(number, (claims.get(number) ?? 0) + 1);
    }
  }
  return groups.map(({ known: handoff, lines: own }): Judged => {
    const at = own.map(({ line }) => line);
    const [first] = own;
    if (!handoff || !first) {
      return { lines: at, kind: 'unknown', handoffId: null, why: null, steps: [] };
    }
    const { caseNumber } = first;
    const holder = holders.get(caseNumber);
    const taken =
      caseNumber !== '' &&
      ((holder !== undefined && holder !== handoff.id) || (claims.get(caseNumber) ?? 0) > 1);
    const why = wrongAsLines(own, handoff) ?? contradictionOf(first, handoff, taken, now);
    const steps = why === 'lines-differ' || why === 'ids-differ' ? [] : stepsOf(first, handoff);
    const kind = why === null ? 'matched' : 'contradicted';
    return { lines: at, kind, handoffId: handoff.id, why, steps };
  });
}

/** Lines of one problem together, in the order in which the table names them first. */
function grouped(lines: readonly ReceiptLine[], known: readonly KnownHandoff[]): Group[] {
  const byKey = new Map(known.map((one) => [one.id, one]));
  const byFinding = new Map<string, KnownHandoff>();
  for (const one of known) {
    if (!byFinding.has(one.findingId)) byFinding.set(one.findingId, one);
  }
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const found = byKey.get(line.key) ?? (line.key === '' ? byFinding.get(line.findingId) : null);
    const name = found?.id ?? `?${line.key}?${line.findingId}`;
    const group = groups.get(name);
    if (group) group.lines.push(line);
    else groups.set(name, { known: found ?? null, lines: [line] });
  }
  return [...groups.values()];
}

/**
 * What the line would do to a handoff where it stands, if it were taken at its word. A case
 * number that is on record stays: another one is a note of the receipt, not a correction.
 */
function stepsOf(line: ReceiptLine, handoff: KnownHandoff): SettleStep[] {
  if (isSilent(line) || (handoff.state !== 'sent' && handoff.state !== 'filed')) return [];
  const caseNumber = handoff.caseNumber === '' ? line.caseNumber : handoff.caseNumber;
  if (line.filed === false && line.closedAt === null) {
    return [{ result: 'declined', caseNumber, at: line.filedAt, note: line.reason }];
  }
  const steps: SettleStep[] = [];
  if (handoff.state === 'sent' && line.filed !== false && caseNumber !== '') {
    steps.push({ result: 'filed', caseNumber, at: line.filedAt, note: '' });
  }
  if (line.closedAt !== null) {
    steps.push({ result: 'closed', caseNumber, at: line.closedAt, note: line.result });
  }
  return steps;
}
