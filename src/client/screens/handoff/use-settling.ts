/** What is said of one handoff by hand: 立案, 不立案, 结案, or 收回. */
import { useState } from 'preact/hooks';
import { civilDateOf, instantOf } from '../../../domain/civil.ts';
import type { DeadlineChoice } from '../../../domain/deadline.ts';
import type { MutationArgs } from '../../../protocol/mutations/index.ts';
import { sayRefusal } from '../../../protocol/refusals.ts';
import { StorageTrouble } from '../../store/storage-trouble.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import type { HandoffLine } from './hand-offs.ts';

export type SettleArgs = MutationArgs['handoff.settle'];
export type SettleResult = SettleArgs['result'];

export const RESULT_WORDS: Readonly<Record<SettleResult, string>> = {
  filed: '立案',
  declined: '不立案',
  closed: '结案',
  back: '收回',
  renumbered: '更正案号',
};

/** What the platform can have said of one that stands there. */
export function resultsFor({ handoff }: HandoffLine): readonly SettleResult[] {
  if (handoff.state === 'picked') return ['back'];
  return handoff.state === 'filed'
    ? ['closed', 'declined', 'renumbered', 'back']
    : ['filed', 'declined', 'closed', 'back'];
}

/** What is done here and now, whatever day the platform says. */
export function undated(result: SettleResult): boolean {
  return result === 'back' || result === 'renumbered';
}

export interface SettleRedo {
  readonly seq: number;
  readonly said: SettleArgs;
}

export function useSettling(line: HandoffLine, redo: SettleRedo | null) {
  const { mutate, now } = useWorkplace();
  const { handoff, finding } = line;
  const [result, setResult] = useState<SettleResult>(
    redo?.said.result ?? resultsFor(line)[0] ?? 'back',
  );
  const [caseNumber, setCaseNumber] = useState(redo?.said.caseNumber ?? handoff.caseNumber);
  const [date, setDate] = useState(civilDateOf(redo?.said.at ?? now()));
  const [note, setNote] = useState(redo?.said.note ?? '');
  const [deadline, setDeadline] = useState<DeadlineChoice>(
    redo?.said.deadline ?? { kind: 'days', days: 7 },
  );
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const returns = result === 'declined' || result === 'back';
  const needsDeadline = returns && finding.noticeId !== null;
  const settle = async (): Promise<boolean> => {
    const missing = whatIsMissing(result, caseNumber.trim(), note.trim(), handoff.caseNumber);
    if (missing !== null) {
      setTrouble(missing);
      return false;
    }
    setBusy(true);
    setTrouble('');
    try {
      const today = date === civilDateOf(now());
      const args = {
        id: finding.id,
        result,
        caseNumber: caseNumber.trim(),
        at: undated(result) || today ? null : instantOf(date, 0),
        note: note.trim(),
        deadline: needsDeadline ? deadline : null,
      };
      const title = `登记移交结果（${RESULT_WORDS[result]}）：${finding.text}`;
      const outcome = await mutate('handoff.settle', args, title, redo?.seq ?? null);
      if (!outcome.ok) setTrouble(sayRefusal(outcome.reason, outcome.detail));
      return outcome.ok;
    } catch (error) {
      console.error(error);
      setTrouble(StorageTrouble.of(error).message);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const choose = (next: SettleResult) => {
    setResult(next);
    // Only a correction changes the number that is on record.
    if (next !== 'renumbered' && handoff.caseNumber !== '') setCaseNumber(handoff.caseNumber);
  };
  return {
    ...{ result, setResult: choose, caseNumber, setCaseNumber, date, setDate, note, setNote },
    ...{ deadline, setDeadline, needsDeadline, trouble, busy, settle },
  };
}

function whatIsMissing(
  result: SettleResult,
  caseNumber: string,
  note: string,
  known: string,
): string | null {
  if (result === 'filed' && caseNumber === '') return '立案要写明外部案号。';
  if (result === 'renumbered') {
    if (caseNumber === '' || caseNumber === known) return '请写正确的案号。';
    return note === '' ? '更正要写明原因，记录里要看得到。' : null;
  }
  if (result === 'declined' && note === '') return '不立案要写明原因，责任单位和办公室都要看。';
  return result === 'back' && note === '' ? '收回要写明原因，记录里要看得到。' : null;
}
