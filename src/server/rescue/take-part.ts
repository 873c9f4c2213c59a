/**
 * Deeds out of a 离线包 go through the same push as the tablet's own, under its
 * account as that stands now, its client and its places. The file's word on whose
 * they are is held against the office's books, and against its seal.
 */
import { mayImportForOthers, type Role } from '../../domain/role.ts';
import { ParcelDeeds, type ParcelPart, type ParcelPartAnswer } from '../../protocol/parcel.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from '../../protocol/sync.ts';
import type { Actor } from '../../protocol/tx.ts';
import { readAccount } from '../auth/accounts.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import type { PushQueue } from '../sync/push-queue.ts';
import { readRun } from './parcel-runs.ts';
import { isSealed } from './seals.ts';

/** Who hands a file in; the console is whoever rules the server, and needs no seal. */
export type Importer = { readonly accountId: string; readonly role: Role } | 'console';

export function idOf(importer: Importer): string {
  return importer === 'console' ? '' : importer.accountId;
}

export interface ImportParts {
  readonly store: Pick<Store, 'db'>;
  readonly officeId: string;
  readonly queue: Pick<PushQueue, 'submit'>;
}

/** Throws a Failure where the part is not for this office, this person or this program. */
export async function takePart(
  { store: { db }, officeId, queue }: ImportParts,
  importer: Importer,
  part: ParcelPart,
): Promise<ParcelPartAnswer> {
  const { origin, deeds } = deedsOf(part.deeds);
  if (origin.officeId !== officeId) throw new Failure('parcel-other-office');
  const actor = await actorOf(db, officeId, origin.accountId);
  const { clientId, madeAt, lastSeq, report } = origin;
  await requireRight(db, officeId, importer, actor, clientId, part);
  const by = idOf(importer);
  const run = await readRun(db, officeId, part.run);
  if (run && (run.by !== by || run.client !== clientId || run.digest !== part.digest)) {
    throw new Failure('bad-request');
  }
  const answer = await queue.submit({
    actor,
    clientId,
    mutations: deeds.map(({ seq, name, args, at, offset }) => ({ seq, name, args, at, offset })),
    report,
    parcel: { run: part.run, digest: part.digest, by, madeAt, lastSeq, report },
  });
  if (!answer.ok) throw new Failure(answer.code);
  const { results, before, gap } = answer;
  return { results: [...results], before, lastSeq: answer.lastSeq, gap };
}

function deedsOf(text: string): ParcelDeeds {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    throw new Failure('bad-json');
  }
  const parsed = ParcelDeeds.safeParse(said);
  if (!parsed.success) throw new Failure('bad-request');
  const { protocol } = parsed.data.origin;
  if (protocol < OLDEST_PROTOCOL || protocol > PROTOCOL) {
    throw new Failure('upgrade-needed', {
      message: '离线包与服务器的程序版本不合，没有导入，内容都在文件里，请联系管理员',
    });
  }
  return parsed.data;
}

/** Their role as it is now; what a person did before they left is still theirs. */
async function actorOf(db: Db, officeId: string, accountId: string): Promise<Actor> {
  const account = await readAccount(db, officeId, accountId);
  if (!account) throw new Failure('client-not-yours', { message: NO_SUCH_ACCOUNT });
  const { id, name, role, unitId } = account;
  return { accountId: id, name, role, unitId };
}

const NO_SUCH_ACCOUNT = '离线包里的账号不在本单位，没有导入';
const NOT_PERMITTED = '别人的离线包，只有督查负责人和管理员可以导入';

async function requireRight(
  db: Db,
  officeId: string,
  importer: Importer,
  owner: Actor,
  clientId: string,
  { deeds, seal }: ParcelPart,
): Promise<void> {
  if (importer === 'console' || importer.accountId === owner.accountId) return;
  if (!mayImportForOthers(importer.role)) {
    throw new Failure('not-permitted', { message: NOT_PERMITTED });
  }
  if (!(await isSealed(db, officeId, clientId, { text: deeds, seal }))) {
    throw new Failure('parcel-unsealed');
  }
}
