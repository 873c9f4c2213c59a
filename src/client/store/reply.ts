/** 整改反馈 as one transaction: the deed, the release of its photo, and what it stands for. */
import type { MutationArgs } from '../../protocol/mutations/index.ts';
import type { Outcome } from '../../protocol/refusals.ts';
import type { Author } from './author.ts';
import { releasePhotos } from './blobs.ts';
import type { LocalDatabase } from './database.ts';
import { mutate } from './mutate.ts';
import { letGo, PHOTO_HOLDERS } from './named-photos.ts';
import { redoing } from './redoing.ts';
import type { Stores } from './stores.ts';
import { transact } from './transact.ts';

export async function submitReply(
  author: Author,
  args: MutationArgs['reply.submit'],
  title: string,
  redoes: number | null,
): Promise<Outcome> {
  const redo = redoing(author, redoes);
  return mutate(author, {
    name: 'reply.submit',
    id: args.id,
    title,
    args: () => args,
    tables: ['blob', ...(redo?.tables ?? [])],
    async alongside(stores: Stores) {
      await redo?.alongside(stores);
      await releasePhotos(stores, args.photo ? [args.photo.sha256] : []);
    },
  });
}

/** Lets go of a photo that was taken for an answer and is not wanted, unless something else names it. */
export async function dropReplyPhoto(db: LocalDatabase, sha256: string): Promise<void> {
  await transact(db, ['draft', ...PHOTO_HOLDERS], (stores) => letGo(stores, [sha256]));
}
