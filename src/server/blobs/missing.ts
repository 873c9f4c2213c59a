/** What the office still waits for: photos that rows name and whose bytes are not here, and who holds them. */
import * as z from 'zod/mini';
import type { MissingPhotos } from '../../protocol/missing-photos.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import type { Db } from '../store/database.ts';
import { filledUp, IDS_AT_ONCE } from '../store/id-list.ts';

type Missing = Omit<MissingPhotos, 'serverTime'>;

interface Waiting {
  readonly of: 'finding' | 'notice';
  expected: number;
  readonly out: string[];
}

export async function missingPhotos(db: Db, officeId: string): Promise<Missing> {
  const waiting = await subjectsThatWait(db, officeId);
  const holders = await holdersOf(db, officeId, [...waiting.keys()]);
  const totals = new Map<string, number>();
  const findings: Missing['findings'] = [];
  const notices: Missing['notices'] = [];
  for (const [id, { of, expected, out }] of waiting) {
    const held = new Map<string, number>();
    for (const photo of out) {
      const clientId = holders.get(photo);
      if (clientId === undefined) continue;
      held.set(clientId, (held.get(clientId) ?? 0) + 1);
      totals.set(clientId, (totals.get(clientId) ?? 0) + 1);
    }
    const devices = [...held].map(([clientId, photos]) => ({ clientId, photos }));
    const told = { expected, present: expected - out.length, out: devices };
    if (of === 'finding') findings.push({ findingId: id, ...told });
    else notices.push({ noticeId: id, ...told });
  }
  return { findings, notices, devices: await devicesOf(db, officeId, totals) };
}

/** Whether the office waits for a photo of this content. */
export async function isAwaited(db: Db, officeId: string, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('photo')
    .select('id')
    .where('office', '=', officeId)
    .where('sha256', '=', sha256)
    .where('removed', '=', 0)
    .where('arrived', '=', 0)
    .executeTakeFirst();
  return row !== undefined;
}

/** By finding or notice: how many photos it has, and the ids of those that are not here. */
async function subjectsThatWait(db: Db, officeId: string): Promise<Map<string, Waiting>> {
  const kept = db.selectFrom('photo').where('office', '=', officeId).where('removed', '=', 0);
  const out = kept.where('arrived', '=', 0);
  const rows = await kept
    .select(['id', 'finding_id', 'notice_id', 'arrived'])
    .where((eb) =>
      eb.or([
        eb('finding_id', 'in', out.select('finding_id').where('finding_id', '<>', '')),
        eb('notice_id', 'in', out.select('notice_id').where('notice_id', '<>', '')),
      ]),
    )
    .orderBy('finding_id')
    .orderBy('notice_id')
    .orderBy('id')
    .execute();
  const waiting = new Map<string, Waiting>();
  for (const { id, finding_id, notice_id, arrived } of rows) {
    const of = finding_id === '' ? 'notice' : 'finding';
    const subject = of === 'notice' ? notice_id : finding_id;
    const known = waiting.get(subject) ?? { of, expected: 0, out: [] };
    known.expected += 1;
    if (arrived === 0) known.out.push(id);
    waiting.set(subject, known);
  }
  return waiting;
}

/** The deeds that name photos. */
const NAMERS = ['finding.record', 'finding.amend', 'notice.deliver', 'notice.redeliver'];

const Naming = z.object({ photos: z.array(z.object({ id: z.string() })) });

/** By photo: the client whose deed first named it. */
async function holdersOf(
  db: Db,
  officeId: string,
  subjectIds: readonly string[],
): Promise<Map<string, string>> {
  const deeds: { client: string; args: string; received_at: number }[] = [];
  for (const [client, seqs] of await deedsOn(db, officeId, subjectIds)) {
    for (let from = 0; from < seqs.length; from += IDS_AT_ONCE) {
      const some = await db
        .selectFrom('journal')
        .select(['client', 'args', 'received_at'])
        .where('office', '=', officeId)
        .where('client', '=', client)
        .where('seq', 'in', seqs.slice(from, from + IDS_AT_ONCE))
        .where('name', 'in', NAMERS)
        .execute();
      deeds.push(...some);
    }
  }
  const holders = new Map<string, string>();
  // Whoever corrects a finding or a 送达 names its photos, too; the one who took them came before.
  for (const { client, args } of deeds.sort((a, b) => a.received_at - b.received_at)) {
    const named = Naming.safeParse(JSON.parse(args));
    for (const { id } of named.success ? named.data.photos : []) {
      if (!holders.has(id)) holders.set(id, client);
    }
  }
  return holders;
}

/** By client: the places of its deeds on these findings and notices, which each line of 经过 carries in its id. */
async function deedsOn(
  db: Db,
  officeId: string,
  subjectIds: readonly string[],
): Promise<Map<string, number[]>> {
  const places = new Map<string, number[]>();
  for (let from = 0; from < subjectIds.length; from += IDS_AT_ONCE) {
    const lines = await db
      .selectFrom('event')
      .select('id')
      .where('office', '=', officeId)
      .where('subject_id', 'in', filledUp(subjectIds.slice(from, from + IDS_AT_ONCE)))
      .execute();
    for (const { id } of lines) {
      const [client = '', seq = ''] = id.split('.');
      const known = places.get(client) ?? [];
      known.push(Number(seq));
      places.set(client, known);
    }
  }
  return places;
}

async function devicesOf(
  db: Db,
  officeId: string,
  totals: ReadonlyMap<string, number>,
): Promise<Missing['devices']> {
  if (totals.size === 0) return [];
  const rows = await db
    .selectFrom('client')
    .innerJoin('account', (join) =>
      join
        .onRef('account.office', '=', 'client.office')
        .onRef('account.id', '=', 'client.account_id'),
    )
    .select(['client.id', 'client.last_contact', 'client.report', 'account.name'])
    .where('client.office', '=', officeId)
    .where('client.id', 'in', [...totals.keys()])
    .orderBy('client.last_contact')
    .execute();
  return rows.map((row) => ({
    clientId: row.id,
    photos: totals.get(row.id) ?? 0,
    accountName: row.name,
    label: DeviceReport.parse(JSON.parse(row.report)).label,
    lastContact: row.last_contact,
  }));
}
