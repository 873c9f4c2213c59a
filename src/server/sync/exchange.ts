/** One round trip: what the device did goes in, then what it lacks goes out. */
import { civilDateOf, yearOf } from '../../domain/civil.ts';
import { lapseOf } from '../../domain/lease-lapse.ts';
import { isLow } from '../../domain/lease-size.ts';
import {
  DeviceReport,
  type Lease,
  Patch,
  PROTOCOL,
  type SyncRequest,
} from '../../protocol/sync.ts';
import type { Actor } from '../../protocol/tx.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import type { Standing } from '../store/office-lock.ts';
import { readCursor } from './cursor.ts';
import { OLDER, olderPatch } from './older-wire.ts';
import { pull } from './pull.ts';
import type { PushAnswer } from './push.ts';
import { mayHoldNumbers } from './run.ts';
import { scopeOf } from './scope.ts';

/** With nothing else new, a device's contact is written down this often. */
const CONTACT_EVERY_MS = 30_000;

const END = Buffer.from('}');

type Taken = Extract<PushAnswer, { ok: true }>;

/** Answers a SyncResponse as JSON: its rows are that already when they are found. */
export async function exchange(
  context: Context,
  actor: Actor,
  request: SyncRequest,
): Promise<Buffer> {
  const { accountId = actor.accountId } = request;
  if (accountId !== actor.accountId) throw new Failure('client-not-yours');
  const taken = (await quietly(context, actor, request)) ?? (await push(context, actor, request));
  const pulled = await pull(context, scopeOf(actor), request.cursor);
  const rest = JSON.stringify({
    protocol: PROTOCOL,
    results: taken.results,
    lastSeq: taken.lastSeq,
    gap: taken.gap,
    cursor: pulled.cursor,
    more: pulled.more,
    serverTime: context.now(),
    numberLeases: taken.leases,
  });
  const patch = request.protocol <= OLDER ? older(pulled.patch) : pulled.patch;
  return Buffer.concat([Buffer.from(`${rest.slice(0, -1)},"patch":`), patch, END]);
}

function older(patch: Buffer): Buffer {
  return Buffer.from(JSON.stringify(olderPatch(Patch.parse(JSON.parse(patch.toString())))));
}

async function push(context: Context, actor: Actor, request: SyncRequest): Promise<Taken> {
  const { clientId, mutations, device, cursor } = request;
  const seen = readCursor(cursor, scopeOf(actor), await context.head(context.store.db));
  const answer = await context.queue.submit({ actor, clientId, mutations, report: device, seen });
  if (!answer.ok) throw new Failure(answer.code);
  return answer;
}

/** A device that only asks costs no version; null where it needs one after all. */
async function quietly(
  context: Context,
  actor: Actor,
  { clientId, mutations, device, cursor }: SyncRequest,
): Promise<Taken | null> {
  if (mutations.length > 0) return null;
  const { db } = context.store;
  const { clients, register } = context.books;
  const client = await clients.readOne(db, clientId);
  if (!client) return null;
  if (client.account_id !== actor.accountId) throw new Failure('client-not-yours');
  const now = context.now();
  const held = await register.readHeld(db, [clientId]);
  const office = await context.head(db);
  const seen = readCursor(cursor, scopeOf(actor), office);
  if (device.unsent === 0 && lapses(held, office, seen, now)) return null;
  if (mayHoldNumbers(actor) && office.numbering === 'segments' && office.agency !== '') {
    const size = await context.books.sizes.of(db, { client: clientId, agency: office.agency }, now);
    if (isLow(usable(held, office, now), size)) return null;
  }
  if (isNews(client.report, device) || now - client.last_contact > CONTACT_EVERY_MS) {
    await clients.writeReport(db, clientId, device, now);
  }
  const leases = held
    .map(({ agency, year, seq }) => ({ agency, year, seq }))
    .sort((a, b) => a.year - b.year || a.seq - b.seq);
  const { last_seq } = client;
  return { ok: true, results: [], before: last_seq, lastSeq: last_seq, gap: false, leases };
}

/** How many of these a deed of today would draw from. */
function usable(leases: readonly Lease[], { agency }: Standing, now: number): number {
  const year = yearOf(civilDateOf(now));
  return leases.filter((lease) => lease.year === year && lease.agency === agency).length;
}

/** Whether some of these are to be taken back by the office itself; the desk decides it again. */
function lapses(
  leases: readonly Lease[],
  office: Standing,
  seen: number | null,
  now: number,
): boolean {
  const heard = seen !== null && seen >= office.since;
  return leases.some((lease) => {
    const lapse = lapseOf(lease, office, now);
    return lapse === 'year' || (lapse !== null && heard);
  });
}

/** How much room a device has changes all the time and is no news by itself. */
function isNews(before: string, report: DeviceReport): boolean {
  return withoutRoom(DeviceReport.parse(JSON.parse(before))) !== withoutRoom(report);
}

function withoutRoom(report: DeviceReport): string {
  return JSON.stringify({ ...report, storageFree: null });
}
