/**
 * The one way in which a person's deed enters this device: its effect and its
 * outbox row commit in one strict transaction, or neither does (invariant 1).
 * Each wait for the store costs a tap more than any rule: what is known to be
 * needed is asked for in one breath.
 */
import type { MutationArgs, MutationName } from '../../protocol/mutations/index.ts';
import { DONE, type Outcome } from '../../protocol/refusals.ts';
import type { RowOf, TableName } from '../../protocol/rows/index.ts';
import type { Author, Moment } from './author.ts';
import { withRoom } from './clearing.ts';
import { headWithin } from './head.ts';
import { Layer } from './layer.ts';
import { believesImaged, deedSource, keepInMind, memoryOf } from './memory.ts';
import { TABLET_REGISTER } from './numbers.ts';
import { writeOver } from './pre-images.ts';
import { baseKey } from './row-maps.ts';
import { rules } from './rules.ts';
import { StorageTrouble } from './storage-trouble.ts';
import type { Stores } from './stores.ts';
import type { LocalRows } from './tables.ts';
import { transact } from './transact.ts';

export interface Deed<N extends MutationName> {
  readonly name: N;
  /** The `id` of its arguments. */
  readonly id: string;
  /** What it is, in the person's words. */
  readonly title: string;
  /**
   * Made within the transaction, where it draws on what is stored; `row` is what the deed is
   * about, as it stands there. Null where nothing is left to say: then nothing is done.
   */
  args(
    moment: Moment,
    stores: Stores,
    row: RowOf[TableName] | undefined,
  ): MutationArgs[N] | null | Promise<MutationArgs[N] | null>;
  /** Tables that `args` and `alongside` use besides the deed's own. */
  readonly tables?: readonly (TableName | keyof LocalRows)[];
  /** Further changes of this device's own tables that must commit with the deed or not at all. */
  alongside?(stores: Stores): Promise<void>;
}

/** A deed of which only the wire knows what it says, e.g. one that is said again as it was. */
export interface BareDeed extends Pick<Deed<MutationName>, 'name' | 'id' | 'title' | 'tables'> {
  args(moment: Moment, stores: Stores, row: RowOf[TableName] | undefined): unknown;
  alongside?(stores: Stores): Promise<void>;
}

interface Act {
  readonly outcome: Outcome;
  /** Called once it has been committed; null where nothing was done. */
  readonly keep: (() => void) | null;
}

/**
 * Does a deed. Resolves once it is durable, or with why the rule refuses it;
 * throws a StorageTrouble where this device could not save.
 */
export async function mutate<N extends MutationName>(
  author: Author,
  deed: Deed<N>,
): Promise<Outcome> {
  return perform(author, deed);
}

/** As `mutate`; what was said is checked by the rule alone. */
export async function perform(author: Author, deed: BareDeed): Promise<Outcome> {
  try {
    const book = await rules();
    const scope = [...book.SCOPES[deed.name].tables, ...(deed.tables ?? []), ...OWN];
    const { outcome, keep } = await withRoom(author.db, DEED_BYTES, () =>
      transact(author.db, scope, (stores) => act(stores, author, deed, book)),
    );
    if (keep) {
      keep();
      author.saved();
    }
    return outcome;
  } catch (error) {
    if (error instanceof StorageTrouble) author.troubled(error);
    throw error;
  }
}

/** More than a deed needs. */
const DEED_BYTES = 1_000_000;

const OWN = ['outbox', 'base', 'head'] as const;

async function act(
  stores: Stores,
  author: Author,
  deed: BareDeed,
  { runMutation, SCOPES }: Awaited<ReturnType<typeof rules>>,
): Promise<Act> {
  const { db, actor, clientId, officeId } = author;
  const { name, id, title } = deed;
  const { subject } = SCOPES[name];
  const key = baseKey(subject, id);
  const [head, row, image] = await Promise.all([
    headWithin(stores),
    stores.get(subject, id),
    believesImaged(db, key) ? undefined : stores.get('base', key),
  ]);
  const memory = memoryOf(db, stores, head.generation);
  if (image) memory.imaged.add(key);
  const seq = head.lastSeq + 1;
  const moment = author.stamp(head.offset ?? 0);
  const { at, offset } = moment;
  const args = await deed.args(moment, stores, row);
  if (args === null) return { outcome: DONE, keep: null };
  const layer = new Layer(deedSource(memory));
  layer.know<TableName>(subject, id, row ?? null);
  const outcome = await runMutation(layer, name, args, {
    actor,
    clientId,
    seq,
    at: at + offset,
    officeId,
    numbers: TABLET_REGISTER,
  });
  // Nothing has been written so far: a refusal leaves no trace.
  if (!outcome.ok) return { outcome, keep: null };
  stores.add('outbox', { seq, name, args, at, offset, title });
  stores.put('head', { ...head, lastSeq: seq });
  const [imaged] = await Promise.all([
    writeOver(stores, layer, memory.imaged),
    deed.alongside?.(stores),
  ]);
  return { outcome, keep: () => keepInMind(db, memory, layer, imaged) };
}
