/**
 * Which store is open on a device. A browser holds one store a person: where
 * another one is open now, what was in the earlier is gone, and stays on record as
 * lost until that very store speaks again.
 */
import type { FormerClient, Here, HereAnswer } from '../../protocol/here.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Store } from '../store/store.ts';
import { requireOwnClient } from './own-client.ts';
import { sealKeyOf } from './seals.ts';

export interface HereParts {
  readonly store: Pick<Store, 'db'>;
  readonly officeId: string;
  readonly now: () => number;
}

export interface Caller {
  readonly accountId: string;
  readonly device: string;
}

/** Throws a Failure where the store is unknown, or another person's. */
export async function noteHere(
  { store: { db }, officeId, now }: HereParts,
  caller: Caller,
  here: Here,
): Promise<HereAnswer> {
  await requireOwnClient(db, officeId, caller.accountId, here.clientId);
  const sealKey = await sealKeyOf(db, officeId, here.clientId);
  if (await isNews(db, officeId, caller, here)) {
    await db.transaction().execute(async (tx) => {
      await takeVersions(tx, officeId, 0);
      await write(tx, officeId, caller, here, now());
    });
  }
  return { sealKey, former: await formerOf(db, officeId, caller) };
}

/** Most days nothing has changed, and nothing is written. */
async function isNews(
  db: Db,
  officeId: string,
  { accountId, device }: Caller,
  { clientId, gone, told }: Here,
): Promise<boolean> {
  if (gone.length + told.length > 0) return true;
  const open = await db
    .selectFrom('device_client')
    .select('client')
    .where('office', '=', officeId)
    .where('device', '=', device)
    .where('account_id', '=', accountId)
    .where('lost_at', 'is', null)
    .execute();
  return open.length !== 1 || open[0]?.client !== clientId;
}

async function write(
  tx: Db,
  officeId: string,
  { accountId, device }: Caller,
  { clientId, gone, told }: Here,
  now: number,
): Promise<void> {
  const own = await tx
    .selectFrom('client')
    .select('id')
    .where('office', '=', officeId)
    .where('account_id', '=', accountId)
    .where('id', 'in', [clientId, ...gone])
    .execute();
  for (const { id } of own) {
    const row = { office: officeId, device, client: id, account_id: accountId, since: now };
    await tx
      .insertInto('device_client')
      .values({ ...row, lost_at: null, told_at: null })
      .onConflict((conflict) => conflict.columns(['office', 'device', 'client']).doNothing())
      .execute();
  }
  await tx
    .updateTable('device_client')
    .set({ lost_at: null, told_at: null })
    .where('office', '=', officeId)
    .where('account_id', '=', accountId)
    .where('client', '=', clientId)
    .execute();
  const others = tx
    .updateTable('device_client')
    .where('office', '=', officeId)
    .where('device', '=', device)
    .where('account_id', '=', accountId)
    .where('client', '!=', clientId);
  await others.set({ lost_at: now }).where('lost_at', 'is', null).execute();
  if (told.length === 0) return;
  await others
    .set({ told_at: now })
    .where('client', 'in', told)
    .where('told_at', 'is', null)
    .execute();
}

async function formerOf(
  db: Db,
  officeId: string,
  { accountId, device }: Caller,
): Promise<FormerClient[]> {
  const rows = await db
    .selectFrom('device_client')
    .innerJoin('client', (join) =>
      join
        .onRef('client.office', '=', 'device_client.office')
        .onRef('client.id', '=', 'device_client.client'),
    )
    .select(['client.id', 'client.last_contact', 'client.report'])
    .where('device_client.office', '=', officeId)
    .where('device_client.device', '=', device)
    .where('device_client.account_id', '=', accountId)
    .where('device_client.lost_at', 'is not', null)
    .where('device_client.told_at', 'is', null)
    .orderBy('client.last_contact', 'desc')
    .execute();
  return rows.map(({ id, last_contact, report }) => {
    const { unsent, unsentPhotos } = DeviceReport.parse(JSON.parse(report));
    return { clientId: id, lastContact: last_contact, unsent, unsentPhotos };
  });
}
