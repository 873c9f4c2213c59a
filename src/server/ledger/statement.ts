/**
 * 对账单, computed from the lines of history that name the unit (`event`), in the order in which
 * the office took them; deadlines of then from `extension` and `notice`. Nothing is taken from how a
 * problem stands now but its words and what has not changed since.
 */
import { sql } from 'kysely';
import { civilDateOf, instantOf } from '../../domain/civil.ts';
import { owesAnswer } from '../../domain/finding-life.ts';
import { type History, statementOf } from '../../domain/statement.ts';
import type { FindingRow } from '../../protocol/rows/index.ts';
import type { Statement } from '../../protocol/statement.ts';
import type { Context } from '../context.ts';
import { IDS_AT_ONCE } from '../store/id-list.ts';
import { linesOf } from './lines.ts';
import { type Grant, termAt } from './term-at.ts';

type Parts = Pick<Context, 'store' | 'officeId' | 'rows' | 'ledger' | 'now'>;

export async function readStatement(
  { store, officeId, rows, ledger, now }: Parts,
  unit: { readonly id: string; readonly name: string },
  month: string,
): Promise<Statement> {
  const { db } = store;
  const from = instantOf(`${month}-01`, 0);
  const to = instantOf(`${monthAfter(month)}-01`, 0);
  const histories = await historiesOf(db, officeId, unit.id);
  const { sums, lines } = statementOf(histories, from, to);
  const ids = lines.map(({ id }) => id);
  await ledger.entries.catchUp();
  const told = new Map<string, Awaited<ReturnType<typeof linesOf>>[number]>();
  const names = await ledger.names.now();
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = await linesOf(db, rows, names, ids.slice(at, at + IDS_AT_ONCE));
    for (const line of some) told.set(line.finding.id, line);
  }
  const grants = await grantsOf(db, officeId, unit.id);
  const notices = new Map(
    (await rows.list(db, 'notice', 'unitId', unit.id)).map(({ row }) => [row.id, row.dueAt]),
  );
  const eventsOf = new Map(histories.map(({ id, events }) => [id, events]));
  const office = await rows.get(db, 'office', officeId);
  const madeAt = now();
  const until = Math.min(to, madeAt);
  const dueOf = (finding: FindingRow) =>
    termAt(until, {
      events: eventsOf.get(finding.id) ?? [],
      grants: grants.get(finding.id) ?? [],
      present: finding.dueAt,
      noticed: finding.noticeId === null ? null : (notices.get(finding.noticeId) ?? null),
    });
  return {
    unitId: unit.id,
    unitName: unit.name,
    officeName: office?.row.name ?? '',
    month,
    madeAt,
    over: madeAt >= to,
    sums,
    lines: lines.flatMap(({ id, ...line }) => {
      const known = told.get(id);
      if (!known) return [];
      const { finding, number } = known;
      const dueAt = dueOf(finding);
      return [
        {
          ...line,
          id,
          moves: [...line.moves],
          pointName: finding.pointName,
          text: finding.text,
          number,
          dueAt,
          late: line.closing && owesAnswer(line.state) && dueAt !== null && dueAt < until,
        },
      ];
    }),
  };
}

function monthAfter(month: string): string {
  // A day past every month's length.
  return civilDateOf(instantOf(`${month}-01`, 0) + 32 * 86_400_000).slice(0, 7);
}

async function historiesOf(
  db: Parts['store']['db'],
  officeId: string,
  unitId: string,
): Promise<History[]> {
  // As the office took them: two devices' clocks may tell it the other way round.
  const { rows } = await sql<{ subject_id: string; kind: string; at: number }>`
    select subject_id, kind, at from event
    where office = ${officeId} and unit_id = ${unitId} and subject = 'finding'
    order by version, at, id`.execute(db);
  const byFinding = new Map<string, { kind: string; at: number }[]>();
  for (const { subject_id, kind, at } of rows) {
    const events = byFinding.get(subject_id) ?? [];
    // Nothing happens before what it follows from.
    events.push({ kind, at: Math.max(at, events.at(-1)?.at ?? at) });
    byFinding.set(subject_id, events);
  }
  return [...byFinding].map(([id, events]) => ({ id, events }));
}

async function grantsOf(
  db: Parts['store']['db'],
  officeId: string,
  unitId: string,
): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const { rows } = await sql<{
    finding_id: string;
    former_due_at: number;
    decided_at: number;
    due_at: number;
  }>`
    select finding_id, former_due_at, decided_at, due_at from extension
    where office = ${officeId} and unit_id = ${unitId} and state = 'granted'
    order by decided_at, id`.execute(db);
  const byFinding = new Map<string, Grant[]>();
  for (const { finding_id, former_due_at, decided_at, due_at } of rows) {
    const grants = byFinding.get(finding_id) ?? [];
    grants.push({ at: decided_at, former: former_due_at, dueAt: due_at });
    byFinding.set(finding_id, grants);
  }
  return byFinding;
}
