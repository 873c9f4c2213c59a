/**
 * 对账 of a handoff: what the platform's receipt table says of each problem, held against
 * what the office knows. Every problem of the table ends in exactly one of matched, unknown
 * and contradicted, and only what is matched may be applied without a person's decision.
 */
import { civilDateOf } from './civil.ts';

export const HANDOFF_STATES = [
  'picked',
  'sent',
  'filed',
  'closed',
  'declined',
  'withdrawn',
] as const;
export type HandoffState = (typeof HANDOFF_STATES)[number];

export interface ReceiptLine {
  /** 1 is the header. */
  readonly line: number;
  /** 移交标识 (the idempotency key); empty where the platform gave none back. */
  readonly key: string;
  /** 问题编号, the office's own; empty for none. */
  readonly findingId: string;
  readonly caseNumber: string;
  /** 立案 or 不立案; null where the platform has not said. */
  readonly filed: boolean | null;
  /** Why it was not filed. */
  readonly reason: string;
  /** ms; null for none. */
  readonly filedAt: number | null;
  readonly closedAt: number | null;
  readonly result: string;
}

export interface KnownHandoff {
  readonly id: string;
  readonly findingId: string;
  readonly state: HandoffState;
  readonly sentAt: number | null;
  readonly caseNumber: string;
  readonly filedAt: number | null;
  readonly settledAt: number | null;
}

/** One step by which a handoff moves on; a receipt may hold two of them. */
export interface SettleStep {
  readonly result: 'filed' | 'closed' | 'declined';
  readonly caseNumber: string;
  /** ms; null where the platform gave no time. */
  readonly at: number | null;
  readonly note: string;
}

export const CONTRADICTIONS = [
  'lines-differ',
  'ids-differ',
  'not-sent',
  'withdrawn',
  'closed-declined',
  'closed-not-filed',
  'filed-no-case',
  'declined-no-reason',
  'other-case',
  'case-taken',
  'closed-before-filed',
  'before-sent',
  'in-future',
  'settled-otherwise',
] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

const SENTENCES: Readonly<Record<Contradiction, string>> = {
  'lines-differ': '表中有几行说的是同一个问题，说法不一',
  'ids-differ': '移交标识和问题编号指的不是同一个问题',
  'not-sent': '这个问题还没有导出移交，平台不应有结果',
  withdrawn: '这个问题的移交已经撤回',
  'closed-declined': '写着不立案，又有结案时间',
  'closed-not-filed': '有结案时间，但没有立案',
  'filed-no-case': '写着立案，没有外部案号',
  'declined-no-reason': '写着不立案，没有说明原因',
  'other-case': '外部案号与已登记的不同',
  'case-taken': '这个外部案号已用在另一个问题上',
  'closed-before-filed': '结案时间早于立案时间',
  'before-sent': '立案或结案时间早于移交时间',
  'in-future': '立案或结案时间晚于现在',
  'settled-otherwise': '与已登记的结果不同',
};

export function sayContradiction(why: Contradiction): string {
  return SENTENCES[why];
}

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
    const why = inWhatManner(own, handoff) ?? contradictionOf(first, handoff, taken, now);
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

/** What is wrong with the lines as lines of this problem. */
function inWhatManner(lines: readonly ReceiptLine[], handoff: KnownHandoff): Contradiction | null {
  const strange = ({ findingId }: ReceiptLine) =>
    findingId !== '' && findingId !== handoff.findingId;
  if (lines.some(strange)) return 'ids-differ';
  const [first] = lines;
  return lines.some((line) => first && !sameWords(line, first)) ? 'lines-differ' : null;
}

function sameWords(a: ReceiptLine, b: ReceiptLine): boolean {
  return (
    a.caseNumber === b.caseNumber &&
    a.filed === b.filed &&
    a.reason === b.reason &&
    a.filedAt === b.filedAt &&
    a.closedAt === b.closedAt &&
    a.result === b.result
  );
}

function contradictionOf(
  line: ReceiptLine,
  handoff: KnownHandoff,
  taken: boolean,
  now: number,
): Contradiction | null {
  if (isSilent(line)) return null;
  if (handoff.state === 'picked') return 'not-sent';
  if (handoff.state === 'withdrawn') return 'withdrawn';
  return contradictsItself(line, handoff) ?? contradictsRecord(line, handoff, taken, now);
}

/** The platform has not decided anything yet. */
function isSilent({ caseNumber, filed, closedAt }: ReceiptLine): boolean {
  return caseNumber === '' && filed === null && closedAt === null;
}

function contradictsItself(line: ReceiptLine, handoff: KnownHandoff): Contradiction | null {
  const { filed, closedAt, caseNumber, reason } = line;
  // A case has a number because it was filed.
  const isFiled = filed ?? (caseNumber !== '' || handoff.caseNumber !== '');
  if (filed === false) {
    if (closedAt !== null) return 'closed-declined';
    return reason === '' ? 'declined-no-reason' : null;
  }
  if (closedAt !== null && !isFiled) return 'closed-not-filed';
  if (filed === true && caseNumber === '' && handoff.caseNumber === '') return 'filed-no-case';
  const filedAt = line.filedAt ?? handoff.filedAt;
  if (closedAt !== null && filedAt !== null && isBefore(closedAt, filedAt)) {
    return 'closed-before-filed';
  }
  return null;
}

function contradictsRecord(
  line: ReceiptLine,
  handoff: KnownHandoff,
  taken: boolean,
  now: number,
): Contradiction | null {
  const times = [line.filedAt, line.closedAt].filter((at) => at !== null);
  const { sentAt } = handoff;
  if (times.some((at) => civilDateOf(at) > civilDateOf(now))) return 'in-future';
  if (sentAt !== null && times.some((at) => civilDateOf(at) < civilDateOf(sentAt))) {
    return 'before-sent';
  }
  const { caseNumber } = handoff;
  if (line.caseNumber !== '' && caseNumber !== '' && line.caseNumber !== caseNumber) {
    return 'other-case';
  }
  if (taken) return 'case-taken';
  return isSettledOtherwise(line, handoff) ? 'settled-otherwise' : null;
}

function isSettledOtherwise(line: ReceiptLine, handoff: KnownHandoff): boolean {
  switch (handoff.state) {
    case 'declined':
      return line.filed !== false;
    case 'filed':
      return line.filed === false;
    case 'closed':
      return line.filed === false || (line.closedAt !== null && otherTime(line.closedAt, handoff));
    default:
      return false;
  }
}

function otherTime(closedAt: number, { settledAt }: KnownHandoff): boolean {
  return settledAt !== null && civilDateOf(closedAt) !== civilDateOf(settledAt);
}

/** A table that gives days alone puts both at their first minute: then the day decides. */
function isBefore(at: number, other: number): boolean {
  const [day, otherDay] = [civilDateOf(at), civilDateOf(other)];
  return day < otherDay || (day === otherDay && at < other && !isMidnight(at));
}

function isMidnight(at: number): boolean {
  return civilDateOf(at) !== civilDateOf(at - 1);
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
