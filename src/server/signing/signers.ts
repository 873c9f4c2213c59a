/**
 * The keys of devices: certified by the office, and put an end to. A key is never taken
 * away: what it signed while it was good has to be verified for as long as paper lasts.
 */
import { mayDo } from '../../domain/role.ts';
import type { SignerRow } from '../../protocol/rows/index.ts';
import { possessionText } from '../../protocol/sealed.ts';
import type { SignerEnrol } from '../../protocol/signers.ts';
import { DeviceReport } from '../../protocol/sync.ts';
import type { Person } from '../auth/people.ts';
import type { Context } from '../context.ts';
import { chainAct } from '../history/chain-act.ts';
import { Failure } from '../http/failure.ts';
import { requireOwnClient } from '../rescue/own-client.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { Rows } from '../store/rows.ts';
import { isSignedBy, keyIdOf } from './node-keys.ts';

/** A browser may lose its key and keep its store; more often than this it does not. */
const MOST_KEYS = 4;

export interface Written {
  readonly signers: readonly SignerRow[];
  /** The version of what was written; null where nothing had to be. */
  readonly version: number | null;
}

type Parts = Pick<Context, 'store' | 'officeId' | 'rows' | 'books' | 'now'>;

/** Certifies the key of a person's store, once; throws a Failure where it may not be. */
export async function enrolSigner(
  { store: { db }, officeId, rows, books: { officeKey }, now }: Parts,
  person: Person,
  wanted: SignerEnrol,
): Promise<{ readonly signer: SignerRow; readonly version: number | null }> {
  if (!officeKey) throw new Error('this server has no key of the office');
  const { clientId, algorithm, publicKey, possession } = wanted;
  if (!mayDo(person.role, 'notice.issue')) throw new Failure('not-permitted');
  const { report } = await requireOwnClient(db, officeId, person.accountId, clientId);
  const proof = possessionText(officeId, person.accountId, clientId, publicKey);
  if (!isSignedBy({ algorithm, publicKey }, proof, possession))
    throw new Failure('signer-unproved');
  const id = keyIdOf(publicKey);
  return db.transaction().execute(async (tx) => {
    const version = await takeVersions(tx, officeId);
    const own = await signersOf(tx, rows, clientId);
    if (own.some((signer) => signer.revokedAt !== null)) throw new Failure('signer-revoked');
    const known = own.find((signer) => signer.id === id);
    if (known) return { signer: known, version: null };
    if (await rows.get(tx, 'signer', id)) throw new Failure('conflict');
    if (own.length >= MOST_KEYS) throw new Failure('signers-enough');
    const signer = officeKey.certify({
      id,
      clientId,
      accountName: person.name,
      label: labelIn(report),
      algorithm,
      publicKey,
      certifiedAt: now(),
    });
    await rows.write(tx, 'signer', [{ row: signer, shownTo: '' }], version);
    return { signer, version };
  });
}

/** Puts an end to every key of a store; those that had ended keep their first reason. */
export async function revokeSigners(
  { store, officeId, rows, now }: Parts,
  person: Person,
  clientId: string,
  reason: string,
): Promise<Written> {
  // The office's own key is no device's.
  if (clientId === '') throw new Failure('not-found');
  return store.db.transaction().execute(async (tx) => {
    const version = await takeVersions(tx, officeId);
    const good = (await signersOf(tx, rows, clientId)).filter(
      ({ revokedAt }) => revokedAt === null,
    );
    if (good.length === 0) throw new Failure('not-found');
    const ended = { revokedAt: now(), revokeReason: reason, revokedBy: person.name };
    const signers = good.map((signer) => ({ ...signer, ...ended }));
    const entries = signers.map((row) => ({ row, shownTo: '' }));
    await rows.write(tx, 'signer', entries, version);
    const { accountId } = person;
    const detail = { clientId, reason };
    await chainAct(tx, store, officeId, { name: 'signer.revoke', accountId, at: now(), detail });
    return { signers, version };
  });
}

async function signersOf(db: Db, rows: Rows, clientId: string): Promise<SignerRow[]> {
  const all = await rows.all(db, 'signer');
  return all.flatMap(({ row }) => (row.clientId === clientId ? row : []));
}

/** As the office's list of devices calls it. */
function labelIn(report: string): string {
  return report === '' ? '' : DeviceReport.parse(JSON.parse(report)).label;
}
