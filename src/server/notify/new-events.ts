/** The lines of 经过 that have not been told yet, as things to tell. */
import { sql } from 'kysely';
import { deedOf, tellingOf } from '../../domain/notify.ts';
import type { EventRow } from '../../protocol/rows/index.ts';
import { CODECS, type RawRow } from '../store/codec.ts';
import type { Db } from '../store/database.ts';
import type { Rows } from '../store/rows.ts';
import { hearersOf, type Person, type Tiding } from './tidings.ts';

const EVENTS_AT_ONCE = 500;

export interface Fresh {
  readonly events: readonly EventRow[];
  /** Up to and with which version these are all. */
  readonly version: number;
  readonly more: boolean;
}

/** Whole versions only, so that none is told by halves. */
export async function eventsAfter(db: Db, officeId: string, version: number): Promise<Fresh> {
  const page = await read(db, officeId, version, EVENTS_AT_ONCE);
  const last = page.at(-1)?.version ?? version;
  if (page.length < EVENTS_AT_ONCE) return freshOf(page, last, false);
  const whole = page.filter((raw) => raw.version < last);
  if (whole.length > 0) return freshOf(whole, whole.at(-1)?.version ?? version, true);
  const { rows } = await sql<RawEvent>`
    select * from event where office = ${officeId} and version = ${last} order by id`.execute(db);
  return freshOf(rows, last, true);
}

interface RawEvent extends RawRow {
  readonly version: number;
}

async function read(db: Db, officeId: string, version: number, most: number) {
  const { rows } = await sql<RawEvent>`
    select * from event where office = ${officeId} and version > ${version}
    order by version, id limit ${most}`.execute(db);
  return rows;
}

function freshOf(raws: readonly RawEvent[], version: number, more: boolean): Fresh {
  return { events: raws.map((raw) => CODECS.event.decode(raw)), version, more };
}

export async function tidingsOf(
  db: Db,
  rows: Rows,
  people: readonly Person[],
  events: readonly EventRow[],
): Promise<Tiding[]> {
  const told = new Map<string, Tiding>();
  for (const event of events) {
    const kind = `${event.subject}.${event.kind}`;
    const telling = tellingOf(kind);
    if (!telling) continue;
    const key = `${kind} ${deedOf(event.id, event.subjectId)} ${event.unitId}`;
    if (told.has(key)) continue;
    const { text, memberIds, shown, link } = await aboutOf(db, rows, event);
    const to = hearersOf(people, telling.to, { unitId: event.unitId, memberIds, by: event.by });
    // What a unit cannot see yet, it is not told of either.
    const hearers = shown ? to : to.filter((one) => one.role !== 'unit');
    if (hearers.length === 0) continue;
    told.set(key, { key, kind, title: telling.say, text, link, at: event.at, to: hearers });
  }
  return [...told.values()];
}

async function aboutOf(db: Db, rows: Rows, event: EventRow) {
  const link = `/${event.subject}s/${event.subjectId}`;
  const none = { text: event.detail, memberIds: [], shown: true, link };
  if (event.subject === 'notice') return none;
  const found = await rows.get(db, 'finding', event.subjectId);
  if (!found) return none;
  const shown = found.shownTo === event.unitId;
  if (event.kind === 'urged') return { ...none, shown, link: await letterOf(db, rows, event) };
  const { pointName, text, teamId } = found.row;
  const team = await rows.get(db, 'team', teamId);
  return {
    text: `${pointName}：${text}`,
    memberIds: team?.row.memberIds ?? [],
    shown,
    link,
  };
}

/** What was sent, rather than the first of the problems that it names. */
async function letterOf(db: Db, rows: Rows, { unitId, by, at, subjectId }: EventRow) {
  const letters = await rows.list(db, 'letter', 'unitId', unitId);
  const sent = letters.find(({ row }) => row.issuedAt === at && row.by === by);
  return sent ? `/letters/${sent.row.id}` : `/findings/${subjectId}`;
}
