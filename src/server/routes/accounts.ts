import type { FastifyInstance } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { Role } from '../../domain/role.ts';
import { AccountCreate, AccountPatch, type AccountSummary } from '../../protocol/admin.ts';
import { Id } from '../../protocol/rows/shared.ts';
import { countAdmins, listAccounts, readAccount } from '../auth/accounts.ts';
import { personOn } from '../auth/guard.ts';
import { hashPassword } from '../auth/password.ts';
import { closeSessionsOf } from '../auth/sessions.ts';
import type { Context } from '../context.ts';
import { chainAct } from '../history/chain-act.ts';
import { parseBody } from '../http/body.ts';
import { Failure } from '../http/failure.ts';
import { isLoopback } from '../loopback.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';

export function accountRoutes(app: FastifyInstance, context: Context): void {
  const { store, officeId, now, host } = context;

  app.get('/api/accounts', async (request) => {
    personOn(request, 'admin', 'supervisor');
    return { accounts: await listAccounts(store.db, officeId) };
  });

  app.post('/api/accounts', async (request, reply): Promise<AccountSummary> => {
    const { accountId } = personOn(request, 'admin');
    const wanted = parseBody(AccountCreate, request.body);
    const password_hash = await hashPassword(wanted.password);
    const id = uuidv7();
    await store.db.transaction().execute(async (tx) => {
      await takeVersions(tx, officeId, 0);
      await requireUnit(context, tx, wanted.role, wanted.unitId);
      await requireFreeName(tx, officeId, wanted.account);
      await tx
        .insertInto('account')
        .values({
          office: officeId,
          id,
          account: wanted.account,
          name: wanted.name,
          role: wanted.role,
          unit_id: wanted.unitId,
          password_hash,
          disabled: 0,
          sample: 0,
          created_at: now(),
        })
        .execute();
      const { password: _, ...detail } = wanted;
      const act = { name: 'account.make', accountId, at: now(), detail: { id, ...detail } };
      await chainAct(tx, store, officeId, act);
    });
    reply.code(201);
    return found(await readAccount(store.db, officeId, id));
  });

  app.patch<{ Params: { id: string } }>('/api/accounts/:id', async (request) => {
    const { accountId } = personOn(request, 'admin');
    const { data: id } = Id.safeParse(request.params.id);
    const patch = parseBody(AccountPatch, request.body);
    const passwordHash =
      patch.password === undefined ? undefined : await hashPassword(patch.password);
    return store.db.transaction().execute(async (tx) => {
      await takeVersions(tx, officeId, 0);
      const before = found(await readAccount(tx, officeId, id ?? ''));
      const after = {
        name: patch.name ?? before.name,
        role: patch.role ?? before.role,
        unitId: patch.unitId === undefined ? before.unitId : patch.unitId,
        disabled: patch.disabled ?? before.disabled,
      };
      if (after.role !== before.role || after.unitId !== before.unitId) {
        await requireUnit(context, tx, after.role, after.unitId);
      }
      const revived = before.disabled && !after.disabled;
      if (revived && before.sample && passwordHash === undefined && !isLoopback(host)) {
        throw new Failure('conflict', { message: SAMPLE_NOT_REVIVED });
      }
      const governs = (role: Role, disabled: boolean) => role === 'admin' && !disabled;
      if (
        governs(before.role, before.disabled) &&
        !governs(after.role, after.disabled) &&
        (await countAdmins(tx, officeId)) === 1
      ) {
        throw new Failure('conflict', { message: '这是唯一的管理员，不能停用或改作别的角色' });
      }
      await tx
        .updateTable('account')
        .set({
          name: after.name,
          role: after.role,
          unit_id: after.unitId,
          disabled: Number(after.disabled),
          // With a password of one's own it is no sample account any more.
          ...(passwordHash === undefined ? {} : { password_hash: passwordHash, sample: 0 }),
        })
        .where('office', '=', officeId)
        .where('id', '=', before.id)
        .execute();
      const detail = { id: before.id, ...after, password: passwordHash !== undefined };
      await chainAct(tx, store, officeId, { name: 'account.change', accountId, at: now(), detail });
      if (passwordHash !== undefined || (after.disabled && !before.disabled)) {
        await closeSessionsOf(tx, officeId, before.id);
      }
      return found(await readAccount(tx, officeId, before.id));
    });
  });
}

/** As at the start: whose password stands on a screen, only this machine may reach. */
const SAMPLE_NOT_REVIVED =
  '示例账号的密码是公开打印的，服务器对外监听时不能启用。请先重设密码，再启用';

function found(account: AccountSummary | undefined): AccountSummary {
  if (!account) throw new Failure('not-found');
  return account;
}

/** The role `unit` answers for a unit; no other role does. */
async function requireUnit(
  { rows }: Context,
  tx: Db,
  role: Role,
  unitId: string | null,
): Promise<void> {
  if (role !== 'unit') {
    if (unitId === null) return;
    throw new Failure('bad-request', { message: '只有责任单位的账号才属于一个单位' });
  }
  if (unitId !== null && (await rows.get(tx, 'unit', unitId))) return;
  throw new Failure('bad-request', { message: '责任单位的账号要选定一个单位' });
}

async function requireFreeName(tx: Db, officeId: string, account: string): Promise<void> {
  const taken = await tx
    .selectFrom('account')
    .select('id')
    .where('office', '=', officeId)
    .where('account', '=', account)
    .executeTakeFirst();
  if (taken) throw new Failure('conflict', { message: '这个账号名已经有了' });
}
