/**
 * A 复查 or a 当场整改 that is being written down; it survives a reload. Kept by person and
 * problem, dropped once it is a deed or thrown away.
 */
import * as z from 'zod/mini';
import { PhotoArgs } from '../../../protocol/mutations/photos.ts';
import { DeadlineChoice, Place } from '../../../protocol/rows/shared.ts';

export type VisitKind = 'recheck' | 'fix';

const Draft = z.object({
  /** Of the recheck to be; made when it is begun, so that a second tap cannot make two. */
  id: z.string(),
  result: z.nullable(z.enum(['passed', 'failed'])),
  note: z.string(),
  photos: z.array(PhotoArgs),
  /** Taken once, when the screen is first open. */
  place: z.nullable(Place),
  /** 不通过: until when it is to be put right; null keeps the present deadline. */
  deadline: z.nullable(DeadlineChoice),
  /** Place of the refused deed that it stands for; null for none. */
  redoes: z.nullable(z.int()),
});
export type VisitDraft = z.infer<typeof Draft>;

export function newVisit(id: string): VisitDraft {
  return {
    id,
    result: null,
    note: '',
    photos: [],
    place: null,
    deadline: { kind: 'days', days: 3 },
    redoes: null,
  };
}

/** What is still to be filled in, in words; null where it can be saved. */
export function whatIsMissing(kind: VisitKind, draft: VisitDraft): string | null {
  if (kind === 'fix') return draft.photos.length > 0 ? null : '请拍一张整改后的照片。';
  if (draft.result === null) return '请选复查结果：通过，还是不通过。';
  const silent = draft.result === 'failed' && draft.note.trim() === '';
  return silent ? '请写明哪里没有改到位，责任单位要看得到。' : null;
}

function keyOf(kind: VisitKind, accountId: string, findingId: string): string {
  return `xundian-${kind}.${accountId}.${findingId}`;
}

export function recallVisit(
  kind: VisitKind,
  accountId: string,
  findingId: string,
): VisitDraft | null {
  const stored = localStorage.getItem(keyOf(kind, accountId, findingId));
  if (stored === null) return null;
  try {
    const parsed = Draft.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    console.info('没写完的复查没有恢复', error);
    return null;
  }
}

export function keepVisit(
  kind: VisitKind,
  accountId: string,
  findingId: string,
  draft: VisitDraft,
): void {
  localStorage.setItem(keyOf(kind, accountId, findingId), JSON.stringify(draft));
}

export function dropVisit(kind: VisitKind, accountId: string, findingId: string): void {
  localStorage.removeItem(keyOf(kind, accountId, findingId));
}
