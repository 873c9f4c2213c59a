/**
 * 修改后重交: leads to where a refused deed can be said again, with what it said and
 * its photos filled in. The refused deed stays until the corrected one is saved.
 */
import { sayFindingState } from '../../../domain/finding-life.ts';
import {
  MUTATIONS,
  type MutationArgs,
  type MutationName,
} from '../../../protocol/mutations/index.ts';
import type { Mutation } from '../../../protocol/mutations/mutation.ts';
import { makeId } from '../../devices/uuid.ts';
import { saveDraft } from '../../store/drafts.ts';
import { listRefused, subjectOf } from '../../store/refused.ts';
import type { RefusedRow } from '../../store/tables.ts';
import type { Workplace } from '../../workplace.ts';
import { answerAgain, askAgain, signAgain } from '../answer/answer-again.ts';
import { deliverAgain } from '../delivery/deliver-again.ts';
import { type Again, handOffAgain, settleAgain } from '../handoff/hand-off-again.ts';
import { keepPlace } from '../inspection/kept-place.ts';
import { keepChoice } from '../issue/choice.ts';
import { meantAnew } from '../issue/choose-anew.ts';
import { fixAgain, verifyAgain } from '../recheck/visit-again.ts';

export type RedoPlace = Pick<Workplace, 'db' | 'now' | 'session'>;

/** Where to go, and what to say there; or why there is nowhere. */
export type Redo =
  | { readonly ok: true; readonly to: string; readonly word?: string }
  | { readonly ok: false; readonly why: string };

export async function redo(place: RedoPlace, row: RefusedRow): Promise<Redo> {
  return WAYS[row.name](place, row);
}

type Way = (place: RedoPlace, row: RefusedRow) => Promise<Redo>;

const WAYS: Readonly<Record<MutationName, Way>> = {
  'inspection.start': way(MUTATIONS['inspection.start'], async (_place, { pointId }) =>
    at(pointPage(pointId)),
  ),
  'inspection.answer': way(MUTATIONS['inspection.answer'], (place, { id, itemId }) =>
    visitPage(place, id, `?item=${encodeURIComponent(itemId)}`),
  ),
  'inspection.finish': way(MUTATIONS['inspection.finish'], (place, { id }) =>
    visitPage(place, id, ''),
  ),
  'finding.record': way(MUTATIONS['finding.record'], recordAgain),
  'finding.amend': way(MUTATIONS['finding.amend'], amendAgain),
  'finding.void': way(MUTATIONS['finding.void'], formOver),
  'notice.issue': way(MUTATIONS['notice.issue'], issueAgain),
  'notice.void': way(MUTATIONS['notice.void'], async ({ db }, { id }, { seq }) =>
    (await db.notice.get(id)) ? at(`/notices/${id}?redo=${seq}`) : NOT_HERE,
  ),
  'notice.deliver': way(MUTATIONS['notice.deliver'], (place, args, { seq }) =>
    deliverAgain(place, { ...args, reason: '' }, seq),
  ),
  'notice.redeliver': way(MUTATIONS['notice.redeliver'], (place, args, { seq }) =>
    deliverAgain(place, args, seq),
  ),
  'finding.merge': way(MUTATIONS['finding.merge'], formOver),
  'finding.fix': way(MUTATIONS['finding.fix'], (place, args, { seq }) =>
    fixAgain(place, args, seq),
  ),
  'finding.verify': way(MUTATIONS['finding.verify'], (place, args, { seq }) =>
    verifyAgain(place, args, seq),
  ),
  'finding.shelve': way(MUTATIONS['finding.shelve'], formOver),
  'finding.review': way(MUTATIONS['finding.review'], formOver),
  'finding.hand-off': way(MUTATIONS['finding.hand-off'], async ({ db }, { id }, { seq }) =>
    there(await handOffAgain(db, id, seq)),
  ),
  'handoff.send': way(MUTATIONS['handoff.send'], findingPage),
  'handoff.settle': way(MUTATIONS['handoff.settle'], async ({ db }, { id }, { seq }) =>
    there(await settleAgain(db, id, seq)),
  ),
  'notice.acknowledge': way(MUTATIONS['notice.acknowledge'], (place, args, { seq }) =>
    signAgain(place, args, seq),
  ),
  'reply.submit': way(MUTATIONS['reply.submit'], (place, args, { seq }) =>
    answerAgain(place, args, seq),
  ),
  'reply.accept': way(MUTATIONS['reply.accept'], findingPage),
  'reply.return': way(MUTATIONS['reply.return'], formOver),
  'extension.ask': way(MUTATIONS['extension.ask'], (place, args, { seq }) =>
    askAgain(place, args, seq),
  ),
  'extension.decide': way(MUTATIONS['extension.decide'], async (place, { id }) => {
    const asked = await place.db.extension.get(id);
    return asked ? at(`/review?list=extension&id=${asked.findingId}`) : NOT_HERE;
  }),
  'letter.issue': way(MUTATIONS['letter.issue'], async (_place, args, { seq }) =>
    at(letterPlace(args, seq)),
  ),
  'letter.void': way(MUTATIONS['letter.void'], async ({ db }, { id }, { seq }) =>
    (await db.letter.get(id)) ? at(`/letters/${id}?redo=${seq}`) : NOT_HERE,
  ),
  'photo.forgo': way(MUTATIONS['photo.forgo'], async ({ db }, { id }) => {
    const photo = await db.photo.get(id);
    if (!photo) return NOT_HERE;
    return photo.noticeId === ''
      ? at(`/findings/${photo.findingId}`)
      : at(`/notices/${photo.noticeId}`);
  }),
  'refused.decide': async () => at('/sync'),
};

const at = (to: string, word?: string): Redo => ({ ok: true, to, ...(word ? { word } : {}) });

const there = (again: Again | null): Redo => (again ? at(again.to, again.word) : NOT_HERE);

const UNREADABLE: Redo = { ok: false, why: '内容不完整，不能重新填写，可以导出交给办公室' };
const NOT_HERE: Redo = { ok: false, why: '它所在的内容不在本机，可以重试，或导出交给办公室' };

/** Reads what the deed said; one that cannot be read can still be taken out. */
function way<Args>(
  { args }: Mutation<Args>,
  go: (place: RedoPlace, args: Args, row: RefusedRow) => Promise<Redo>,
): Way {
  return async (place, row) => {
    const said = args.safeParse(row.args);
    return said.success ? go(place, said.data, row) : UNREADABLE;
  };
}

/** Its form opens over the problem, filled in. */
async function formOver(
  { db }: RedoPlace,
  { id }: { readonly id: string },
  { seq }: RefusedRow,
): Promise<Redo> {
  return (await db.finding.get(id)) ? at(`/findings/${id}?redo=${seq}`) : NOT_HERE;
}

/** What it named may have been answered meanwhile: it is made anew of what stands now. */
function letterPlace({ kind, unitId, month }: MutationArgs['letter.issue'], seq: number): string {
  return kind === 'monthly'
    ? `/urge?tab=monthly&month=${month}`
    : `/urge/letter?unit=${unitId}&kind=${kind}&redo=${seq}`;
}

async function findingPage({ db }: RedoPlace, { id }: { readonly id: string }): Promise<Redo> {
  return (await db.finding.get(id)) ? at(`/findings/${id}`) : NOT_HERE;
}

/** A visit that the office never took is begun again at its point. */
async function visitPage({ db }: RedoPlace, id: string, query: string): Promise<Redo> {
  if (await db.inspection.get(id)) return at(`/inspections/${id}${query}`);
  const starts = (await listRefused(db)).filter((row) => row.name === 'inspection.start');
  const start = starts.find((row) => subjectOf(row.args) === id);
  const said = MUTATIONS['inspection.start'].args.safeParse(start?.args);
  return said.success
    ? at(pointPage(said.data.pointId), '这次检查没有被接受，先重试“开始检查”')
    : NOT_HERE;
}

function pointPage(pointId: string): string {
  return `/points/${encodeURIComponent(pointId)}`;
}

async function recordAgain(
  place: RedoPlace,
  { photos, ...facts }: MutationArgs['finding.record'],
  { seq }: RefusedRow,
): Promise<Redo> {
  const { db } = place;
  const inspection = facts.inspectionId ? await db.inspection.get(facts.inspectionId) : undefined;
  // A visit that the office does not know cannot carry it: the problem then stands by itself.
  const inspectionId = inspection ? facts.inspectionId : null;
  const begun = await db.draft.filter((draft) => draft.redoes === seq).first();
  const draft = begun ?? {
    ...facts,
    id: makeId(),
    inspectionId,
    itemId: inspection ? facts.itemId : null,
    photos: photos.map((photo) => ({ ...photo, id: makeId() })),
    amends: false,
    redoes: seq,
    changedAt: place.now(),
  };
  if (!begun) await saveDraft(db, draft);
  if (draft.inspectionId === null) return at(pointPage(facts.pointId));
  keepPlace(draft.inspectionId, { draft: draft.id });
  return at(`/inspections/${draft.inspectionId}`);
}

async function amendAgain(
  { db, now }: RedoPlace,
  { id, ...facts }: MutationArgs['finding.amend'],
  { seq }: RefusedRow,
): Promise<Redo> {
  const [finding, begun] = await Promise.all([db.finding.get(id), db.draft.get(id)]);
  if (!finding) return NOT_HERE;
  if (finding.state !== 'recorded') {
    const state = sayFindingState(finding.state);
    return at(`/findings/${id}`, `问题现为${state}，不能再修改；内容可以导出交给办公室`);
  }
  if (begun && begun.redoes !== seq) {
    return at(`/findings/${id}`, '这个问题已有一份没写完的修改，先把它写完');
  }
  if (!begun) {
    const { pointId, roundId, inspectionId, itemId, place } = finding;
    const around = { pointId, roundId, inspectionId, itemId, place };
    await saveDraft(db, { ...around, ...facts, id, amends: true, redoes: seq, changedAt: now() });
  }
  return at(`/findings/${id}`);
}

/** What is still waiting is ticked as it was; what meanwhile is on another notice is not offered. */
async function issueAgain(
  { db, session }: RedoPlace,
  args: MutationArgs['notice.issue'],
  { seq }: RefusedRow,
): Promise<Redo> {
  const anew = await meantAnew(db, args, { redoes: seq, replaces: args.replaces ?? null });
  if (!anew) return { ok: false, why: '其中的问题都已不能列入通知书，可以导出留底，或放弃' };
  keepChoice(session.accountId, anew.choice);
  const { gone } = anew;
  return at('/notices/issue', gone > 0 ? `原来的 ${gone} 个问题已不能列入，没有勾选` : undefined);
}
