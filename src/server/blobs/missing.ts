/** What the office still waits for: photos that rows name and whose bytes are not here, and who holds them. */
import * as z from 'zod/mini';
import type { MissingPhotos } from '../../protocol/missing-photos.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import type { Db } from '../store/database.ts';
import { filledUp, IDS_AT_ONCE } from '../store/id-list.ts';

type Missing = Omit<MissingPhotos, 'serverTime'>;
type Waiting = { expected: number; readonly out: string[] };

export async function missingPhotos(db: Db, officeId: string): Promise<Missing> {
  const waiting = await findingsThatWait(db, officeId);
  const holders = await holdersOf(db, officeId, [...waiting.keys()]);
  const totals = new Map<string, number>();
  const findings = [...waiting].map(([findingId, { expected, out }]) => {
    const held = new Map<string, number>();
    for (const photo of out) {
      const clientId = holders.get(photo);
      if (clientId === undefined) continue;
      held.set(clientId, (held.get(clientId) ?? 0) + 1);
      totals.set(clientId, (totals.get(clientId) ?? 0) + 1);
    }
    const devices = [...held].map(([clientId, photos]) => ({ clientId, photos }));
    return { findingId, expected, present: expected - out.length, out: devices };
  });
  return { findings, devices: await devicesOf(db, officeId, totals) };
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

/** By finding: how many photos it has, and the ids of those that are not here. */
async function findingsThatWait(db: Db, officeId: string): Promise<Map<string, Waiting>> {
  const rows = await db
    .selectFrom('photo')
    .select(['id', 'finding_id', 'arrived'])
    .where('office', '=', officeId)
    .where('removed', '=', 0)
    .where('finding_id', 'in', (eb) =>
      eb
        .selectFrom('photo')
        .select('finding_id')
        .where('office', '=', officeId)
        .where('removed', '=', 0)
        .where('arrived', '=', 0),
    )
    .orderBy('finding_id')
    .orderBy('id')
    .execute();
  const waiting = new Map<string, Waiting>();
  for (const { id, finding_id, arrived } of rows) {
    const finding = waiting.get(finding_id) ?? { expected: 0, out: [] };
    finding.expected += 1;
    if (arrived === 0) finding.out.push(id);
    waiting.set(finding_id, finding);
  }
  return waiting;
}

const Naming = z.object({ photos: z.array(z.object({ id: z.string() })) });

/** By photo: the client whose deed first named it. */
async function holdersOf(
  db: Db,
  officeId: string,
  findingIds: readonly string[],
): Promise<Map<string, string>> {
  const deeds: { client: string; args: string; received_at: number }[] = [];
  for (const [client, seqs] of await deedsOn(db, officeId, findingIds)) {
    for (let from = 0; from < seqs.length; from += IDS_AT_ONCE) {
      const some = await db
        .selectFrom('journal')
        .select(['client', 'args', 'received_at'])
        .where('office', '=', officeId)
        .where('client', '=', client)
        .where('seq', 'in', seqs.slice(from, from + IDS_AT_ONCE))
        .where('name', 'in', ['finding.record', 'finding.amend'])
        .execute();
      deeds.push(...some);
    }
  }
  const holders = new Map<string, string>();
  // Whoever corrects a finding names its photos, too; the one who took them came before.
  for (const { client, args } of deeds.sort((a, b) => a.received_at - b.received_at)) {
    const named = Naming.safeParse(JSON.parse(args));
    for (const { id } of named.success ? named.data.photos : []) {
      if (!holders.has(id)) holders.set(id, client);
    }
  }
  return holders;
}

/** By client: the places of its deeds on these findings, which each line of 经过 carries in its id. */
async function deedsOn(
  db: Db,
  officeId: string,
  findingIds: readonly string[],
): Promise<Map<string, number[]>> {
  const places = new Map<string, number[]>();
  for (let from = 0; from < findingIds.length; from += IDS_AT_ONCE) {
    const lines = await db
      .selectFrom('event')
      .select('id')
      .where('office', '=', officeId)
      .where('subject_id', 'in', filledUp(findingIds.slice(from, from + IDS_AT_ONCE)))
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
