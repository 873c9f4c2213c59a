/** In what a receipt line can contradict itself, the other lines of its problem, or what is on record. */
import { civilDateOf } from './civil.ts';
import type { KnownHandoff, ReceiptLine } from './handoff.ts';

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

/** What is wrong with the lines as lines of this problem. */
export function wrongAsLines(
  lines: readonly ReceiptLine[],
  handoff: KnownHandoff,
): Contradiction | null {
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

export function contradictionOf(
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
export function isSilent({ caseNumber, filed, closedAt }: ReceiptLine): boolean {
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
