/**
 * Tells what has happened, after it was committed: a cursor over the versions of the
 * lines of 经过 moves in the transaction that writes the messages, so that a crash in
 * between loses none and doubles none. A line that comes again at a later version
 * (its unit may see it now) is known by its key.
 */
import type { Context } from '../context.ts';
import type { Db } from '../store/database.ts';
import { eventsAfter, tidingsOf } from './new-events.ts';
import { outletOf } from './outlet.ts';
import { type TellParts, tell } from './tell.ts';
import { peopleOf, type Tiding } from './tidings.ts';

type Parts = Pick<Context, 'store' | 'officeId' | 'rows' | 'now'>;

export class Notifier {
  readonly #parts: Parts;
  readonly #grown: (accountIds: ReadonlySet<string>) => void;

  /** @param grown whose list has grown, after the commit */
  constructor(parts: Parts, grown: (accountIds: ReadonlySet<string>) => void) {
    this.#parts = parts;
    this.#grown = grown;
  }

  /** What was there before messages were is not told any more. */
  async begin(): Promise<void> {
    const { store, officeId } = this.#parts;
    await store.db.transaction().execute(async (tx) => {
      const { head } = await tx
        .selectFrom('office')
        .select('head')
        .where('id', '=', officeId)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('notify_cursor')
        .values({ office: officeId, version: head })
        .onConflict((conflict) => conflict.column('office').doNothing())
        .execute();
    });
  }

  async run(): Promise<void> {
    for (let more = true; more; ) more = await this.#some();
  }

  /** Tells what no line of 经过 says, in a transaction of the caller's. */
  async tellWithin(tx: Db, tidings: readonly Tiding[]): Promise<() => void> {
    const grown = await tell(tx, await this.#tellParts(tx), tidings);
    return () => this.#grown(grown);
  }

  async #some(): Promise<boolean> {
    const { store, officeId, rows } = this.#parts;
    const { version: before } = await store.db
      .selectFrom('notify_cursor')
      .select('version')
      .where('office', '=', officeId)
      .executeTakeFirstOrThrow();
    // Looked at outside: most changes bring no line, and cost no transaction then.
    if ((await eventsAfter(store.db, officeId, before)).events.length === 0) return false;
    const { grown, more } = await store.db.transaction().execute(async (tx) => {
      // Locks the cursor: another server tells nothing meanwhile.
      const { version } = await tx
        .updateTable('notify_cursor')
        .set((eb) => ({ version: eb.ref('version') }))
        .where('office', '=', officeId)
        .returning('version')
        .executeTakeFirstOrThrow();
      const fresh = await eventsAfter(tx, officeId, version);
      const tidings = await tidingsOf(tx, rows, await peopleOf(tx, officeId), fresh.events);
      const heard = await tell(tx, await this.#tellParts(tx), tidings);
      await tx
        .updateTable('notify_cursor')
        .set({ version: fresh.version })
        .where('office', '=', officeId)
        .execute();
      return { grown: heard, more: fresh.more };
    });
    this.#grown(grown);
    return more;
  }

  async #tellParts(tx: Db): Promise<TellParts> {
    const { officeId, rows, now } = this.#parts;
    const outlet = await outletOf(tx, officeId);
    const office = (await rows.get(tx, 'office', officeId))?.row;
    const units = new Map((await rows.all(tx, 'unit')).map(({ row }) => [row.id, row.name]));
    return {
      officeId,
      pushAllowed: outlet.push_allowed === 1,
      hookOn: outlet.hook_on === 1,
      officeName: office?.name ?? '',
      address: office?.address ?? '',
      unitName: (id) => units.get(id) ?? '',
      now: now(),
    };
  }
}
