/** One ledger entry as the store makes it of a finding and what that names. */
import { type RawBuilder, sql } from 'kysely';
import { RANK_STEP, RANKS } from '../../domain/ledger.ts';
import { URGE_LEVELS } from '../../domain/letter.ts';

const ranks = Object.entries(RANKS)
  .map(([state, rank]) => `when '${state}' then ${rank * 2 * RANK_STEP}`)
  .join(' ');

/** `urgencyOf` of the domain; the test holds the two to each other. */
const urgency = `case f.state ${ranks} end
  + case when f.due_at is null then ${2 * RANK_STEP} - f.recorded_at else f.due_at end`;

const urgeLevels = URGE_LEVELS.map((level, nth) => `when '${level}' then ${nth + 1}`).join(' ');

/** `榆文明督〔2026〕142号`; empty without a number. */
const number = `coalesce(
  (n.number ->> 'agency') || '〔' || (n.number ->> 'year') || '〕' || (n.number ->> 'seq') || '号', '')`;

const words = ['f.text', 'f.point_name', 'f.point_id', 'p.initials', 'u.name', 'u.short_name']
  .map((column) => `coalesce(${column}, '')`)
  .concat(number)
  .join(" || ' ' || ");

const EXPRESSIONS = {
  office: 'f.office',
  id: 'f.id',
  shown_to: 'f.shown_to',
  state: 'f.state',
  urgency,
  round_id: 'f.round_id',
  unit_id: 'f.unit_id',
  street_id: "coalesce(p.street_id, '')",
  category: "coalesce(p.category, '')",
  point_id: 'f.point_id',
  number_sort: `cast(n.number ->> 'year' as bigint) * 1000000 + cast(n.number ->> 'seq' as bigint)`,
  due_at: 'f.due_at',
  recorded_at: 'f.recorded_at',
  closed_at: 'f.closed_at',
  changed_at: 'f.changed_at',
  rework: 'f.rework',
  photo_count: 'f.photo_count',
  urge_level: `case f.urge ->> 'level' ${urgeLevels} else 0 end`,
  urge_due: `cast(f.urge ->> 'dueAt' as bigint)`,
  waiting: `case when f.state <> 'replied' then '' when f.accepted_at is null then 'review' else 'recheck' end`,
  extension: 'case when f.extension_id is null then 0 else 1 end',
  words: `lower(${words})`,
} as const;

export const ENTRY_COLUMNS = Object.keys(EXPRESSIONS);

export const ENTRY_OF_FINDING: RawBuilder<unknown> = sql.raw(`
  select ${Object.values(EXPRESSIONS).join(', ')} from finding f
  left join point p on p.office = f.office and p.id = f.point_id
  left join unit u on u.office = f.office and u.id = f.unit_id
  left join notice n on n.office = f.office and n.id = f.notice_id`);
