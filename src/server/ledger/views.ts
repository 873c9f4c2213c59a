/** The views that a person keeps of the ledger: a name and the question that it stands for. */
import { filterOf, type LedgerView, MOST_VIEWS } from '../../protocol/ledger.ts';
import { Failure } from '../http/failure.ts';
import type { Db } from '../store/database.ts';

export interface Owner {
  readonly officeId: string;
  readonly accountId: string;
}

export async function listViews(db: Db, owner: Owner): Promise<LedgerView[]> {
  const rows = await db
    .selectFrom('ledger_view')
    .select(['id', 'name', 'filter'])
    .where('office', '=', owner.officeId)
    .where('account_id', '=', owner.accountId)
    .orderBy('saved_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, name, filter: said }) => {
    // One that an older program kept may name what is not asked any longer.
    const filter = filterOf(JSON.parse(said));
    return filter ? [{ id, name, filter }] : [];
  });
}

/** A view that is there already takes the new name and question. */
export async function saveView(db: Db, owner: Owner, view: LedgerView, now: number): Promise<void> {
  const { id, name, filter } = view;
  await db.transaction().execute(async (tx) => {
    const others = (await listViews(tx, owner)).filter((one) => one.id !== id);
    if (others.length >= MOST_VIEWS) throw new Failure('views-enough');
    const kept = { name, filter: JSON.stringify(filter), saved_at: now };
    await tx
      .insertInto('ledger_view')
      .values({ office: owner.officeId, account_id: owner.accountId, id, ...kept })
      .onConflict((conflict) => conflict.columns(['office', 'account_id', 'id']).doUpdateSet(kept))
      .execute();
  });
}

export async function dropView(db: Db, owner: Owner, id: string): Promise<void> {
  await db
    .deleteFrom('ledger_view')
    .where('office', '=', owner.officeId)
    .where('account_id', '=', owner.accountId)
    .where('id', '=', id)
    .execute();
}
