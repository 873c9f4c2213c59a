/** The problems of an export, some hundreds at a time, so that a hundred thousand need no more memory than one. */
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { FINDING_STATES } from '../../../domain/finding-life.ts';
import { type Lateness, latenessOf, type Reckoning } from '../../../domain/lateness.ts';
import { NoticeNumber, Place } from '../../../protocol/rows/shared.ts';
import { CLOSINGS, Urge } from '../../../protocol/rows/work.ts';
import type { Context } from '../../context.ts';
import type { Names } from '../../ledger/names.ts';
import type { Scope } from '../../sync/scope.ts';

const AT_ONCE = 500;

const Shelf = z.object({ reason: z.string(), reviewOn: z.string() });
const json = <T>(schema: z.ZodMiniType<T>) =>
  z.nullable(
    z.pipe(
      z.string(),
      z.pipe(
        z.transform((text: string): unknown => JSON.parse(text)),
        schema,
      ),
    ),
  );

const Raw = z.object({
  id: z.string(),
  text: z.string(),
  count: z.nullable(z.number()),
  item_id: z.nullable(z.string()),
  state: z.enum(FINDING_STATES),
  unit_id: z.string(),
  round_id: z.string(),
  point_id: z.string(),
  point_name: z.string(),
  due_at: z.nullable(z.number()),
  rework: z.number(),
  photo_count: z.number(),
  replied_at: z.nullable(z.number()),
  closed_at: z.nullable(z.number()),
  closing: z.nullable(z.enum(CLOSINGS)),
  shelf: json(Shelf),
  urge: json(Urge),
  place: json(Place),
  by_name: z.string(),
  recorded_at: z.number(),
  street_id: z.nullable(z.string()),
  category: z.nullable(z.string()),
  lon: z.nullable(z.number()),
  lat: z.nullable(z.number()),
  number: json(NoticeNumber),
  issued_at: z.nullable(z.number()),
});

export interface ExportRow extends z.infer<typeof Raw> {
  /** From 1, in the order of the export. */
  readonly nth: number;
  readonly unit: string;
  readonly round: string;
  readonly street: string;
  readonly type: string;
  readonly lateness: Lateness;
}

export interface ExportOf {
  readonly ids: readonly string[];
  readonly scope: Scope;
  readonly names: Names;
  readonly reckoning: Reckoning;
}

export async function* exportRows(
  { store, officeId }: Pick<Context, 'store' | 'officeId'>,
  { ids, scope, names, reckoning }: ExportOf,
): AsyncGenerator<ExportRow[], void, void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    // What has left a unit's sight since it was counted is not told either.
    const seen = scope.kind === 'unit' ? sql`and f.shown_to = ${scope.unitId}` : sql``;
    const { rows } = await sql`
      select f.id, f.text, f.count, f.item_id, f.state, f.unit_id, f.round_id, f.point_id,
        f.point_name, f.due_at, f.rework, f.photo_count, f.replied_at, f.closed_at, f.closing,
        f.shelf, f.urge, f.place, f.by_name, f.recorded_at, p.street_id, p.category, p.lon, p.lat,
        n.number, n.issued_at
      from finding f
      left join point p on p.office = f.office and p.id = f.point_id
      left join notice n on n.office = f.office and n.id = f.notice_id
      where f.office = ${officeId} and f.id in (${sql.join(some)}) ${seen}`.execute(store.db);
    const byId = new Map(rows.map((raw) => Raw.parse(raw)).map((row) => [row.id, row]));
    yield some.flatMap((id, at): ExportRow[] => {
      const row = byId.get(id);
      if (!row) return [];
      const due = { state: row.state, dueAt: row.due_at, urge: row.urge };
      return [
        {
          ...row,
          nth: from + at + 1,
          unit: names.unit.get(row.unit_id) ?? '',
          round: names.round.get(row.round_id) ?? '',
          street: names.street.get(row.street_id ?? '') ?? '',
          type: names.category.get(row.category ?? '') ?? '',
          lateness: latenessOf(due, reckoning),
        },
      ];
    });
  }
}
