/**
 * 号段领用: the numbers of the year that the office has leased to this device.
 * A used one is never free again, whatever the server's list says (invariant 7).
 */
import type { NoticeNumber } from '../../domain/notice-number.ts';
import type { Lease } from '../../protocol/sync.ts';
import type { NumberRegister } from '../../protocol/tx.ts';
import type { LocalDatabase } from './database.ts';
import type { Stores } from './stores.ts';
import type { LeaseRow } from './tables.ts';

/** On the device the number was drawn with the deed; the office checks it against its register. */
export const TABLET_REGISTER: NumberRegister = {
  async confirm(_noticeId, _year, number) {
    return { ok: true, number };
  },
  async draw() {
    // Letters are numbered by the server alone: 编号待定 until then.
    return null;
  },
  async markVoided() {
    // The office's register alone is written; it does so when the deed arrives.
  },
};

/** How many numbers of the year this device may still issue without the office. */
export async function leasesLeft(db: Pick<LocalDatabase, 'lease'>, year: number): Promise<number> {
  return db.lease.where('[year+used]').equals([year, 0]).count();
}

/** The lowest free number, or null with none left (编号待定). Reserves nothing. */
export async function nextNumber(
  db: Pick<LocalDatabase, 'lease'>,
  agency: string,
  year: number,
): Promise<NoticeNumber | null> {
  const lease = lowestFree(await db.lease.where('[year+used]').equals([year, 0]).toArray(), agency);
  return lease ? { agency, year, seq: lease.seq } : null;
}

/** The lowest of these that the office still numbers by. */
export function lowestFree(free: readonly LeaseRow[], agency: string): LeaseRow | undefined {
  return free
    .filter((lease) => lease.agency === agency)
    .reduce<LeaseRow | undefined>(
      (lowest, lease) => (lowest && lowest.seq < lease.seq ? lowest : lease),
      undefined,
    );
}

/**
 * Takes over the office's list of what this device holds unused, within the
 * transaction of the pull: new ones are added, free ones that it lacks were
 * taken back, used ones stay used.
 */
export async function mergeLeases(stores: Stores, leases: readonly Lease[]): Promise<void> {
  const held = new Map((await stores.all('lease')).map((lease) => [lease.id, lease]));
  const listed = new Set(leases.map(leaseId));
  for (const lease of leases) {
    const id = leaseId(lease);
    if (!held.has(id)) stores.put('lease', { ...lease, id, used: 0 });
  }
  for (const { id, used } of held.values()) {
    if (used === 0 && !listed.has(id)) stores.delete('lease', id);
  }
}

function leaseId(lease: Lease): string {
  return `${lease.agency}/${lease.year}/${lease.seq}`;
}
