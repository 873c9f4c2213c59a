/** A letter that is not issued yet: what it names, by when, and how it will look. */
import { useMemo } from 'preact/hooks';
import * as z from 'zod/mini';
import { letterPaper } from '../../../document/letter-paper.ts';
import type { NoticePaper } from '../../../document/paper.ts';
import { civilDateOf } from '../../../domain/civil.ts';
import { type DeadlineChoice, type DeadlineResult, deadlineOf } from '../../../domain/deadline.ts';
import type { UrgeLevel } from '../../../domain/letter.ts';
import { TEMPLATE_EDITION } from '../../../domain/template-edition.ts';
import { recordLetter } from '../../../protocol/letter-record.ts';
import { NO_FONTS } from '../../../protocol/rows/notice-record.ts';
import { DeadlineChoice as DeadlineSchema } from '../../../protocol/rows/shared.ts';
import { databaseSource } from '../../store/database-source.ts';
import { useUnitsById } from '../../ui/use-city.ts';
import { useLive } from '../../ui/use-live.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCalendar, useOffice } from '../../ui/use-office.ts';
import { useKept } from '../findings/use-kept.ts';
import { agencyFor } from '../letters/use-letter-offer.ts';
import {
  type AskedLetter,
  chosenOf,
  kindsOffered,
  type LetterOfferings,
  needsTerm,
  offeringsOf,
} from './letter-draft.ts';
import type { UrgeLine } from './urge-lists.ts';
import { useUrge } from './use-urge.ts';

export interface LetterDraft {
  readonly asked: AskedLetter;
  readonly unitName: string;
  readonly kinds: readonly UrgeLevel[];
  readonly offerings: LetterOfferings;
  readonly chosen: readonly UrgeLine[];
  readonly deadline: DeadlineChoice;
  /** Of a letter that sets a term; null for one that sets none. */
  readonly due: DeadlineResult | null;
  readonly closing: string;
  readonly now: number;
  /** 代字 of its series; empty where it will bear no number. */
  readonly agency: string;
  /** Undefined until read, or while something is lacking. */
  readonly paper: NoticePaper | undefined;
  toggle(findingId: string): void;
  chooseDeadline(deadline: DeadlineChoice): void;
  say(closing: string): void;
  /** Once issued, what was chosen is over. */
  done(): void;
}

/** Kept over a reload of the page. */
const Choice = z.object({
  /** Problems that were unticked, and those that were ticked beyond what is suggested. */
  left: z.array(z.string()),
  added: z.array(z.string()),
  deadline: DeadlineSchema,
  closing: z.string(),
});
type Choice = z.infer<typeof Choice>;

const NOTHING_CHOSEN: Choice = {
  left: [],
  added: [],
  deadline: { kind: 'days', days: 3 },
  closing: '',
};

/** Undefined until read; null where the unit has nothing that such a letter might name. */
export function useLetterDraft(asked: AskedLetter): LetterDraft | null | undefined {
  const lines = useUrge();
  const unit = useUnitsById().get(asked.unitId);
  const office = useOffice();
  const calendar = useCalendar();
  const now = useNow();
  const { kind, unitId } = asked;
  const place = `xundian-letter.${unitId}.${kind}.${asked.noticeId ?? ''}`;
  const [own, keep] = useKept<Choice>(place, Choice, NOTHING_CHOSEN);
  const { left, added, deadline, closing } = own;
  const offerings = useMemo(() => offeringsOf(lines ?? [], asked), [lines, asked]);
  const chosen = chosenOf(offerings, left, added);
  const due = needsTerm(kind) ? deadlineOf(deadline, now, calendar, office?.closeHour ?? 18) : null;
  const dueAt = due?.ok ? due.dueAt : null;
  const settled = chosen.length > 0 && (due === null || due.ok);
  const ids = chosen.map(({ finding }) => finding.id);
  const agency = agencyFor(office, kind);
  const facts = useLive(
    async (db) => {
      if (!office || !unit || !settled) return undefined;
      return recordLetter(databaseSource(db), {
        kind,
        edition: TEMPLATE_EDITION,
        fonts: NO_FONTS,
        office,
        unit,
        month: '',
        findingIds: ids,
        issuedAt: now,
        dueAt,
        closing,
        frequent: [],
      });
    },
    // The day, not the minute: the paper shows no more.
    [office, unit, kind, ids.join(), dueAt, closing, civilDateOf(now), settled],
  );
  const paper = useMemo(
    () =>
      facts &&
      letterPaper({
        kind,
        facts,
        number: null,
        pending: agency !== '',
        standing: { kind: 'draft' },
      }),
    [facts, kind, agency],
  );
  if (!lines || !office) return undefined;
  if (!unit || offerings.lines.length === 0) return null;
  return {
    asked,
    unitName: unit.name,
    kinds: kindsOffered(lines, unitId),
    offerings,
    chosen,
    deadline,
    due,
    closing,
    now,
    agency,
    paper,
    toggle(id) {
      const on = ids.includes(id);
      const without = (list: readonly string[]) => list.filter((each) => each !== id);
      keep({
        ...own,
        left: on ? [...left, id] : without(left),
        added: on ? without(added) : [...added, id],
      });
    },
    chooseDeadline: (next) => keep({ ...own, deadline: next }),
    say: (words) => keep({ ...own, closing: words }),
    done: () => sessionStorage.removeItem(place),
  };
}
