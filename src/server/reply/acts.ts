/**
 * What the holder of a paper or link may do: sign for it, answer, ask for more time. Each is
 * the same deed as a unit's own account does; said twice it is done once.
 */
import { withoutRefused } from '../../document/file-name.ts';
import { type FileKind, kindOfType, nameOfKind } from '../../domain/file-kind.ts';
import { receiptNumber } from '../../domain/receipt-number.ts';
import type { MutationArgs, MutationName } from '../../protocol/mutations/index.ts';
import { sayRefusal } from '../../protocol/refusals.ts';
import type {
  ReplyAnswer,
  ReplyExtension,
  ReplyReceipt,
  ReplySign,
} from '../../protocol/reply-page.ts';
import type { AnswerFile } from '../../protocol/rows/answer.ts';
import type { Context } from '../context.ts';
import { Failure } from '../http/failure.ts';
import { doDeeds } from '../sync/office-deed.ts';
import { requireAlive, type WayIn } from './capability.ts';
import { type Holder, hasSent } from './sent.ts';

const MOST_LETTERS = 100;

export function holderOf({ notice }: WayIn): Holder {
  return `unit:${notice.unitId}`;
}

export async function signFor(
  context: Context,
  way: WayIn,
  { byName, duty, phone }: ReplySign,
): Promise<ReplyReceipt> {
  const { id } = way.notice;
  const refusal = await act(context, way, byName, 'notice.acknowledge', {
    id,
    receiver: byName,
    duty,
    phone,
  });
  const { store, rows } = context;
  const delivery = (await rows.get(store.db, 'notice', id))?.row.delivery;
  // The answer to the first time was lost on its way.
  const own = delivery?.by === way.client && delivery.how.kind === 'online';
  if (refusal !== null && !(own && delivery.byName === byName)) throw refused(refusal);
  return { what: 'taken', number: receiptNumber(id), at: delivery?.at ?? context.now() };
}

export async function answer(
  context: Context,
  way: WayIn,
  said: ReplyAnswer,
): Promise<ReplyReceipt> {
  const { id, findingId, text, photo } = said;
  requireOwn(way, findingId);
  const holder = holderOf(way);
  if (photo && !(await hasSent(context, holder, photo.sha256))) throw new Failure('bad-request');
  const files = said.file ? [await fileOf(context, holder, said.file)] : [];
  const args = { id, findingId, text, files, photo, way: 'link' } as const;
  const refusal = await act(context, way, said.byName, 'reply.submit', args);
  const row = (await context.rows.get(context.store.db, 'reply', id))?.row;
  if (row?.findingId !== findingId || row.noticeId !== way.notice.id) throw refused(refusal);
  return { what: 'reply', number: receiptNumber(id), at: row.at };
}

export async function askForTime(
  context: Context,
  way: WayIn,
  { id, findingId, reason, until, byName }: ReplyExtension,
): Promise<ReplyReceipt> {
  requireOwn(way, findingId);
  const args = { id, findingId, reason, until };
  const refusal = await act(context, way, byName, 'extension.ask', args);
  const row = (await context.rows.get(context.store.db, 'extension', id))?.row;
  if (row?.findingId !== findingId) throw refused(refusal);
  return { what: 'extension', number: receiptNumber(id), at: row.askedAt };
}

/** Null where it is done, or why the rule refuses it, in words. */
async function act<N extends MutationName>(
  context: Context,
  way: WayIn,
  byName: string,
  name: N,
  args: MutationArgs[N],
): Promise<string | null> {
  const { notice, gate, client } = way;
  if (gate.kind !== 'open') throw new Failure('reply-over');
  const actor = { accountId: client, name: byName, role: 'unit', unitId: notice.unitId } as const;
  const [outcome] = await doDeeds(context, { actor, client }, [{ name, args }], (tx) =>
    requireAlive(tx, context.officeId, way),
  );
  if (!outcome) throw new Error('a deed got no outcome');
  return outcome.ok ? null : sayRefusal(outcome.reason, outcome.detail);
}

/** Another notice's problem does not exist here. */
function requireOwn({ findings }: WayIn, findingId: string): void {
  if (!findings.some(({ id }) => id === findingId)) throw new Failure('not-found');
}

function refused(words: string | null): Failure {
  return words === null
    ? new Failure('conflict')
    : new Failure('reply-refused', { message: words });
}

/** What it is, the office knows better than who sends it. */
async function fileOf(
  context: Context,
  holder: Holder,
  { sha256, name }: { readonly sha256: string; readonly name: string },
): Promise<AnswerFile> {
  const { store, officeId } = context;
  const file = await store.db
    .selectFrom('answer_file')
    .select(['type', 'bytes'])
    .where('office', '=', officeId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  const kind = kindOfType(file?.type ?? '');
  if (!file || kind === null || !(await hasSent(context, holder, sha256))) {
    throw new Failure('bad-request', { message: '这个文件还没有传到，请重新选择' });
  }
  return { sha256, name: plainName(name, kind), type: file.type, bytes: file.bytes };
}

/** The end of it stays, which tells what it is. */
function plainName(name: string, kind: FileKind): string {
  const plain = Array.from(withoutRefused(name)).slice(-MOST_LETTERS).join('').trim();
  return nameOfKind(plain === '' ? '附件' : plain, kind);
}
