/** Everything that the issue screen chooses from and has chosen; kept over a reload. */
import { useMemo, useState } from 'preact/hooks';
import { noticePaper } from '../../../document/notice-paper.ts';
import type { NoticePaper } from '../../../document/paper.ts';
import { civilDateOf, yearOf } from '../../../domain/civil.ts';
import { type DeadlineChoice, type DeadlineResult, deadlineOf } from '../../../domain/deadline.ts';
import type { NoticeNumber } from '../../../domain/notice-number.ts';
import { TEMPLATE_EDITION } from '../../../domain/template-edition.ts';
import { recordNotice } from '../../../protocol/notice-record.ts';
import type { FindingRow, NoticeRow, UnitRow } from '../../../protocol/rows/index.ts';
import { NO_FONTS } from '../../../protocol/rows/notice-record.ts';
import { databaseSource } from '../../store/database-source.ts';
import { leasesLeft, nextNumber } from '../../store/numbers.ts';
import { useRounds, useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCalendar, useOffice } from '../../ui/use-office.ts';
import { useWorkplace } from '../../ui/use-workplace.ts';
import { inputOf } from '../notice/gather.ts';
import {
  type Asked,
  groupMeant,
  type NoticeGroup,
  noticeGroups,
  shortestDeadline,
} from './candidates.ts';
import { dropChoice, type IssueChoice, keepChoice, recallChoice } from './choice.ts';
import { useWaiting } from './use-waiting.ts';

export interface IssueDraft {
  readonly groups: readonly NoticeGroup[];
  readonly unitRows: ReadonlyMap<string, UnitRow>;
  readonly group: NoticeGroup;
  readonly chosen: readonly FindingRow[];
  readonly deadline: DeadlineChoice;
  readonly due: DeadlineResult;
  readonly now: number;
  /** The number that the notice will bear; null for 编号待定. */
  readonly number: NoticeNumber | null;
  readonly numbersLeft: number;
  /** Place of the refused notice that this one will stand for; null for none. */
  readonly redoes: number | null;
  /** The voided notice in whose place it will stand; null for none. */
  readonly replaces: NoticeRow | null;
  /** Undefined until read, or while the deadline is not settled. */
  readonly paper: NoticePaper | undefined;
  chooseGroup(key: string): void;
  toggle(findingId: string): void;
  chooseDeadline(deadline: DeadlineChoice): void;
  /** Once issued, what was chosen is over. */
  done(): void;
}

/** What belongs to one group's choice alone. */
const NO_MARKS = { deadline: null, redoes: null, replaces: null } as const;

/** Undefined until read; null where nothing waits that the address could mean. */
export function useIssue(address: Asked): IssueDraft | null | undefined {
  const { session } = useWorkplace();
  const rounds = useRounds();
  const office = useOffice();
  const calendar = useCalendar();
  const now = useNow();
  const waiting = useWaiting();
  const unitRows = useUnitsById();
  // What the address asks for goes before what was chosen last, until one chooses anew.
  const [asked, setAsked] = useState(address);
  const [choice, setChoice] = useState<IssueChoice>(() => {
    const last = recallChoice(session.accountId);
    return { ...last, left: last.left.filter((id) => id !== address.finding) };
  });
  const groups = useMemo(() => noticeGroups(waiting ?? [], rounds ?? []), [waiting, rounds]);
  const group = groupMeant(groups, asked, choice.group);
  const key = group?.key ?? null;
  const own = choice.group === key ? choice : { ...choice, ...NO_MARKS, group: key };
  const change = (part: Partial<IssueChoice>) => {
    const next = { ...own, ...part };
    keepChoice(session.accountId, next);
    setChoice(next);
  };
  const offered = group?.findings ?? [];
  const chosen = offered.filter((finding) => !own.left.includes(finding.id));
  const closeHour = office?.closeHour ?? 18;
  const deadline = own.deadline ?? shortestDeadline(chosen, now, calendar, closeHour);
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
  const asReplacing = own.replaces ?? null;
  const replaced = useLive(
    (db) => (asReplacing === null ? undefined : db.notice.get(asReplacing)),
    [asReplacing],
  );
  const unitName = unitRows.get(group?.unitId ?? '')?.name ?? '';
  const roundId = group?.roundId ?? '';
  const chosenIds = chosen.map((finding) => finding.id);
  const input = useLive(
    async (db) => {
      if (!office || dueAt === null || chosenIds.length === 0) return undefined;
      const record = await recordNotice(databaseSource(db), {
        edition: TEMPLATE_EDITION,
        fonts: NO_FONTS,
        office,
        origin: location.origin,
        roundId,
        unitName,
        findingIds: chosenIds,
        immediate: deadline.kind === 'immediate',
        issuedAt: now,
        dueAt,
        replaces: replaced?.number ?? null,
      });
      return inputOf(record, number, { kind: 'draft' });
    },
    // The day, not the minute: the paper shows no more.
    [
      office,
      unitName,
      dueAt,
      deadline.kind,
      number?.seq,
      chosenIds.join(),
      civilDateOf(now),
      replaced,
    ],
  );
  const paper = useMemo(() => input && noticePaper(input), [input]);
  if (!waiting || !rounds || !numbers) return undefined;
  if (!group) return null;
  return {
    groups,
    unitRows,
    group,
    chosen,
    deadline,
    due,
    now,
    number,
    numbersLeft: numbers.left,
    redoes: own.redoes ?? null,
    replaces: replaced ?? null,
    paper,
    chooseGroup: (next) => {
      setAsked({});
      change({ ...NO_MARKS, group: next });
    },
    toggle: (id) => {
      const left = own.left.includes(id)
        ? own.left.filter((each) => each !== id)
        : [...own.left, id];
      change({ left });
    },
    chooseDeadline: (next) => change({ deadline: next }),
    done: () => dropChoice(session.accountId),
  };
}
