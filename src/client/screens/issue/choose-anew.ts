/** The choice that a notice was made of, made once more: what still can be issued is ticked. */
import type { NoticeRow } from '../../../protocol/rows/index.ts';
import type { LocalDatabase } from '../../store/database.ts';
import { awaitsNotice } from './candidates.ts';
import { type IssueChoice, keepChoice } from './choice.ts';

type Meant = Pick<NoticeRow, 'roundId' | 'unitId' | 'findingIds' | 'deadline'>;

export interface Anew {
  readonly choice: IssueChoice;
  /** How many of its problems no notice can carry any more. */
  readonly gone: number;
}

/** Null where none of its problems can be issued now. */
export async function meantAnew(
  db: LocalDatabase,
  { roundId, unitId, findingIds, deadline }: Meant,
  marks: Pick<IssueChoice, 'redoes' | 'replaces'>,
): Promise<Anew | null> {
  const meant = new Set(findingIds);
  const first = await db.finding.bulkGet([...meant]);
  // A unit that was wrong is corrected on its problems: they are then another unit's to answer.
  const units = new Set(
    first.flatMap((one) =>
      one && awaitsNotice(one) && one.roundId === roundId ? [one.unitId] : [],
    ),
  );
  const of = units.has(unitId) ? unitId : [...units][0];
  if (of === undefined) return null;
  const ofUnit = await db.finding.where('unitId').equals(of).toArray();
  const offered = ofUnit.filter((one) => one.roundId === roundId && awaitsNotice(one));
  const here = offered.filter(({ id }) => meant.has(id)).length;
  const left = offered.map(({ id }) => id).filter((id) => !meant.has(id));
  return {
    choice: { group: `${roundId}/${of}`, left, deadline, redoes: null, replaces: null, ...marks },
    gone: meant.size - here,
  };
}

/** For the notice in the place of a voided one. */
export async function chooseAnew(
  db: LocalDatabase,
  notice: NoticeRow,
): Promise<{ keep(accountId: string): void } | null> {
  const anew = await meantAnew(db, notice, { replaces: notice.id });
  return anew && { keep: (accountId) => keepChoice(accountId, anew.choice) };
}
