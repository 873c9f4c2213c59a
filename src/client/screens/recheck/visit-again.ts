/** A 复查 or 当场整改 that the office did not take is put before the person again, photos and all. */

import { sayFindingState } from '../../../domain/finding-life.ts';
import { type Offered, offersTo } from '../../../domain/finding-offers.ts';
import type { MutationArgs } from '../../../protocol/mutations/index.ts';
import { makeId } from '../../devices/uuid.ts';
import type { Redo, RedoPlace } from '../sync/redo.ts';
import {
  keepVisit,
  newVisit,
  recallVisit,
  type VisitDraft,
  type VisitKind,
} from './visit-draft.ts';

export function verifyAgain(
  place: RedoPlace,
  { id, result, note, place: where, photos, deadline }: MutationArgs['finding.verify'],
  seq: number,
): Promise<Redo> {
  return again(place, 'recheck', id, { result, note, place: where, photos, deadline, redoes: seq });
}

export function fixAgain(
  place: RedoPlace,
  { id, note, photos }: MutationArgs['finding.fix'],
  seq: number,
): Promise<Redo> {
  return again(place, 'fix', id, { note, photos, redoes: seq });
}

async function again(
  { db, session }: RedoPlace,
  kind: VisitKind,
  id: string,
  said: Partial<VisitDraft> & { readonly redoes: number },
): Promise<Redo> {
  const finding = await db.finding.get(id);
  if (!finding) return { ok: false, why: '这个问题不在本机，可以重试，或导出交给办公室' };
  const to = `/findings/${id}`;
  const deed: Offered = kind;
  const offer = offersTo(session.role, finding).find((one) => one.deed === deed);
  if (offer?.why !== null) {
    const state = sayFindingState(finding.state);
    return { ok: true, to, word: `问题现为${state}，不能再登记；内容可以导出交给办公室` };
  }
  const begun = recallVisit(kind, session.accountId, id);
  if (begun && begun.redoes !== said.redoes) {
    return { ok: true, to: `${to}/${kind}`, word: '这个问题已有一份没写完的，先把它写完' };
  }
  if (!begun) keepVisit(kind, session.accountId, id, { ...newVisit(makeId()), ...said });
  return { ok: true, to: `${to}/${kind}` };
}
