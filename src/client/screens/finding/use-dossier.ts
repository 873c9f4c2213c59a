/** All that hangs on one problem: its photos, answers, rechecks and extensions, as they arrive. */
import type {
  ExtensionRow,
  NoticeRow,
  PhotoRow,
  RecheckRow,
  ReplyRow,
} from '../../../protocol/rows/index.ts';
import { useLive } from '../../ui/use-live.ts';

export interface Dossier {
  /** Those that count, in the order in which they were taken. */
  readonly photos: readonly PhotoRow[];
  /** In order, the last one last. */
  readonly replies: readonly ReplyRow[];
  readonly rechecks: readonly RecheckRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly notice: NoticeRow | undefined;
}

export function useDossier(finding: {
  readonly id: string;
  readonly noticeId: string | null;
}): Dossier | undefined {
  const { id, noticeId } = finding;
  return useLive(
    async (db) => {
      const [photos, replies, rechecks, extensions, notice] = await Promise.all([
        db.photo.where('findingId').equals(id).toArray(),
        db.reply.where('findingId').equals(id).toArray(),
        db.recheck.where('findingId').equals(id).toArray(),
        db.extension.where('findingId').equals(id).toArray(),
        noticeId === null ? undefined : db.notice.get(noticeId),
      ]);
      return {
        photos: photos.filter((photo) => !photo.removed).sort((a, b) => a.takenAt - b.takenAt),
        replies: replies.sort(byTime),
        rechecks: rechecks.sort(byTime),
        extensions: extensions.sort((a, b) => a.askedAt - b.askedAt),
        notice,
      };
    },
    [id, noticeId],
  );
}

function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

/** The after-photo of the last answer; else of the last that had one. */
export function lastAfter({ photos }: Dossier): PhotoRow | undefined {
  return photos.filter(({ stage }) => stage === 'reply' || stage === 'fix').at(-1);
}

export function beforePhotos({ photos }: Dossier): readonly PhotoRow[] {
  return photos.filter(({ stage }) => stage === 'found');
}
