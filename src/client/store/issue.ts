/**
 * Issuing a notice: its number is drawn, used up and written with the notice in one
 * transaction. The paper is made and signed before that, since a browser's store does
 * not wait for a signature; where another tab drew that number meanwhile, it is made anew.
 */

import { workCalendar } from '../../domain/calendar.ts';
import { civilDateOf, yearOf } from '../../domain/civil.ts';
import { deadlineOf } from '../../domain/deadline.ts';
import type { NoticeNumber } from '../../domain/notice-number.ts';
import { TEMPLATE_EDITION } from '../../domain/template-edition.ts';
import type { MutationArgs } from '../../protocol/mutations/index.ts';
import { type PaperChoice, recordNotice } from '../../protocol/notice-record.ts';
import type { Outcome } from '../../protocol/refusals.ts';
import type { NoticeRecord, NoticeSeal, OfficeRow } from '../../protocol/rows/index.ts';
import type { Author } from './author.ts';
import { headWithin } from './head.ts';
import { mutate } from './mutate.ts';
import { lowestFree } from './numbers.ts';
import { storesSource } from './row-source.ts';
import { StorageTrouble } from './storage-trouble.ts';
import type { Stores } from './stores.ts';
import type { LeaseRow } from './tables.ts';
import { transact } from './transact.ts';

export type IssueArgs = Omit<MutationArgs['notice.issue'], 'number' | 'record' | 'seal'>;

/** What issuing does besides, where the notice stands in the place of a refused one. */
export interface Reissue {
  alongside(stores: Stores): Promise<void>;
  /** False where that has been decided otherwise meanwhile: then nothing is done. */
  stillMeant?(stores: Stores): Promise<boolean>;
}

interface Prepared {
  readonly year: number;
  readonly number: NoticeNumber | null;
  readonly record: NoticeRecord | null;
  readonly seal: NoticeSeal | null;
}

/** Tabs that issue at the same moment; more than a person can have. */
const MOST_TRIES = 20;

export async function issueNotice(
  author: Author,
  args: IssueArgs,
  title: string,
  again: Reissue | null = null,
): Promise<Outcome> {
  for (let nth = 0; nth < MOST_TRIES; nth += 1) {
    const prepared = await prepare(author, args).catch((error: unknown) => {
      if (error instanceof StorageTrouble) author.troubled(error);
      throw error;
    });
    let drawn: LeaseRow | undefined;
    let overtaken = false;
    const outcome = await mutate(author, {
      name: 'notice.issue',
      id: args.id,
      title,
      tables: again ? ['lease', 'refused'] : ['lease'],
      async args(_moment, stores) {
        if ((await again?.stillMeant?.(stores)) === false) return null;
        const { year, ...paper } = prepared;
        const office = await stores.get('office', author.officeId);
        const free = await stores.list('lease', '[year+used]', [year, 0]);
        drawn = office && drawsNumbers(office) ? lowestFree(free, office.agency) : undefined;
        overtaken = drawn?.seq !== paper.number?.seq || drawn?.agency !== paper.number?.agency;
        return overtaken ? null : { ...args, ...paper };
      },
      async alongside(stores) {
        if (drawn) stores.put('lease', { ...drawn, used: 1 });
        await again?.alongside(stores);
      },
    });
    if (!overtaken) return outcome;
  }
  throw new Error('another tab drew every number that was about to be used');
}

/** Under 统一编号 the server numbers at sync, whatever is still lent. */
export function drawsNumbers(office: Pick<OfficeRow, 'numbering'>): boolean {
  return office.numbering === 'segments';
}

/** The rows that a paper is made of, and what its number and date are drawn from. */
const READ = [
  'office',
  'calendar',
  'unit',
  'round',
  'team',
  'point',
  'checklist',
  'inspection',
  'finding',
  'photo',
  'notice',
  'font',
  'lease',
  'head',
] as const;

async function prepare(author: Author, args: IssueArgs): Promise<Prepared> {
  const { db, paper } = author;
  const fonts = await paper.fonts();
  const { origin } = paper;
  const draft = await transact(db, READ, async (stores) => {
    const [office, head] = await Promise.all([
      stores.get('office', author.officeId),
      headWithin(stores),
    ]);
    const issuedAt = Math.round(author.now()) + (head.offset ?? 0);
    const year = yearOf(civilDateOf(issuedAt));
    if (!office) return { year, number: null, record: null };
    const free = drawsNumbers(office) ? await stores.list('lease', '[year+used]', [year, 0]) : [];
    const lowest = lowestFree(free, office.agency);
    const number = lowest ? { agency: lowest.agency, year, seq: lowest.seq } : null;
    return {
      year,
      number,
      record: await recordOf(stores, args, { office, origin, fonts, issuedAt }),
    };
  });
  const { number, record } = draft;
  return { ...draft, seal: number && record ? await paper.sign(number, record) : null };
}

/** Null where the rule is about to refuse it, which says why. */
async function recordOf(
  stores: Stores,
  { roundId, unitId, findingIds, deadline, replaces = null }: IssueArgs,
  made: Pick<PaperChoice, 'office' | 'origin' | 'fonts' | 'issuedAt'>,
): Promise<NoticeRecord | null> {
  const years = await stores.all('calendar');
  const calendar = workCalendar(years.map((one) => ({ ...one, year: Number(one.id) })));
  const due = deadlineOf(deadline, made.issuedAt, calendar, made.office.closeHour);
  const [unit, replaced] = await Promise.all([
    stores.get('unit', unitId),
    replaces === null ? undefined : stores.get('notice', replaces),
  ]);
  if (!due.ok || !unit) return null;
  return recordNotice(storesSource(stores), {
    ...made,
    edition: TEMPLATE_EDITION,
    roundId,
    unitName: unit.name,
    findingIds,
    immediate: deadline.kind === 'immediate',
    dueAt: due.dueAt,
    replaces: replaced?.number ?? null,
  });
}
