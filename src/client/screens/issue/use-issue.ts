/** Everything that the issue screen chooses from and has chosen; kept over a reload. */
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { noticePaper } from '../../../document/notice-paper.ts';
import type { NoticePaper } from '../../../document/paper.ts';
import { civilDateOf, yearOf } from '../../../domain/civil.ts';
import { type DeadlineChoice, type DeadlineResult, deadlineOf } from '../../../domain/deadline.ts';
import type { NoticeNumber } from '../../../domain/notice-number.ts';
import type { FindingRow, UnitRow } from '../../../protocol/rows/index.ts';
import { leasesLeft, nextNumber } from '../../store/numbers.ts';
import { useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCalendar, useOffice } from '../../ui/use-office.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { gather } from '../notice/gather.ts';
import { candidatesByUnit, shortestDeadline, type UnitCandidates } from './candidates.ts';
import { dropChoice, type IssueChoice, keepChoice, recallChoice } from './choice.ts';
import { useWaiting } from './use-waiting.ts';

export interface IssueDraft {
  readonly units: readonly UnitCandidates[];
  readonly unitRows: ReadonlyMap<string, UnitRow>;
  readonly unitId: string;
  readonly findings: readonly FindingRow[];
  readonly chosen: readonly FindingRow[];
  readonly deadline: DeadlineChoice;
  readonly due: DeadlineResult;
  readonly now: number;
  /** The number that the notice will bear; null for 编号待定. */
  readonly number: NoticeNumber | null;
  readonly numbersLeft: number;
  /** Undefined until read, or while the deadline is not settled. */
  readonly paper: NoticePaper | undefined;
  chooseUnit(unitId: string): void;
  toggle(findingId: string): void;
  chooseDeadline(deadline: DeadlineChoice): void;
  /** Once issued, what was chosen is over. */
  done(): void;
}

export function useIssue(): IssueDraft | undefined {
  const { session } = useWorkplace();
  const { query } = useLocation();
  const office = useOffice();
  const calendar = useCalendar();
  const now = useNow();
  const waiting = useWaiting();
  const unitRows = useUnitsById();
  const [choice, setChoice] = useState<IssueChoice>(() =>
    withQuery(recallChoice(session.accountId), query.unit, query.finding),
  );
  const change = (next: IssueChoice) => {
    keepChoice(session.accountId, next);
    setChoice(next);
  };
  const units = useMemo(() => candidatesByUnit(waiting ?? []), [waiting]);
  const unit = units.find((each) => each.unitId === choice.unitId) ?? units[0];
  const offered = unit?.findings ?? [];
  const chosen = offered.filter((finding) => !choice.left.includes(finding.id));
  const closeHour = office?.closeHour ?? 18;
  const deadline = choice.deadline ?? shortestDeadline(chosen, now, calendar, closeHour);
  const due = deadlineOf(deadline, now, calendar, closeHour);
  const dueAt = due.ok ? due.dueAt : null;
  const year = yearOf(civilDateOf(now));
  const numbers = useLive(
    async (db) => ({
      next: office ? await nextNumber(db, office.agency, year) : null,
      left: await leasesLeft(db, year),
    }),
    [office?.agency, year],
  );
  const number = numbers?.next ?? null;
  const unitName = unitRows.get(unit?.unitId ?? '')?.name ?? '';
  const [first] = chosen;
  const chosenIds = chosen.map((finding) => finding.id);
  const gathered = useLive(
    async (db) => {
      if (!office || dueAt === null || !first) return undefined;
      return gather(db, chosenIds, {
        office,
        roundId: first.roundId,
        unitName,
        number,
        immediate: deadline.kind === 'immediate',
        issuedAt: now,
        dueAt,
        standing: { kind: 'draft' },
      });
    },
    // The day, not the minute: the paper shows no more.
    [office, unitName, dueAt, deadline.kind, number?.seq, chosenIds.join(), civilDateOf(now)],
  );
  const paper = useMemo(() => gathered && noticePaper(gathered.input), [gathered]);
  if (!waiting || !numbers) return undefined;
  return {
    units,
    unitRows,
    unitId: unit?.unitId ?? '',
    findings: offered,
    chosen,
    deadline,
    due,
    now,
    number,
    numbersLeft: numbers.left,
    paper,
    chooseUnit: (unitId) => change({ ...choice, unitId, deadline: null }),
    toggle: (id) => {
      const left = choice.left.includes(id)
        ? choice.left.filter((each) => each !== id)
        : [...choice.left, id];
      change({ ...choice, left });
    },
    chooseDeadline: (next) => change({ ...choice, deadline: next }),
    done: () => dropChoice(session.accountId),
  };
}

/** What the address asks for goes before what was chosen last. */
function withQuery(
  choice: IssueChoice,
  unitId: string | undefined,
  findingId: string | undefined,
): IssueChoice {
  if (unitId === undefined) return choice;
  const same = choice.unitId === unitId;
  return {
    unitId,
    left: choice.left.filter((id) => id !== findingId),
    deadline: same ? choice.deadline : null,
  };
}
