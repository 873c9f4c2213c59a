/** 送达 as one transaction: the deed, the release of its photos, and what it stands for. */
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

/** What corrects an entry says why; without a reason it is the first. */
export type DeliverDeed = MutationArgs['notice.deliver'] & { readonly reason?: string };

export async function deliverNotice(
  author: Author,
  { reason, ...args }: DeliverDeed,
  title: string,
  redoes: number | null,
): Promise<Outcome> {
  const redo = redoing(author, redoes);
  const parts = {
    id: args.id,
    title,
    tables: ['blob', ...(redo?.tables ?? [])] as const,
    async alongside(stores: Stores) {
      await redo?.alongside(stores);
      await releasePhotos(
        stores,
        args.photos.map(({ sha256 }) => sha256),
      );
    },
  };
  return reason === undefined
    ? mutate(author, { name: 'notice.deliver', args: () => args, ...parts })
    : mutate(author, { name: 'notice.redeliver', args: () => ({ ...args, reason }), ...parts });
}

/** Lets go of a photo that was taken for a receipt and is not wanted, unless something else names it. */
export async function dropReceiptPhotos(
  db: LocalDatabase,
  hashes: readonly string[],
): Promise<void> {
  await transact(db, ['draft', ...PHOTO_HOLDERS], (stores) => letGo(stores, hashes));
}
