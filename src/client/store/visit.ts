/** 复查 and 当场整改 as one transaction: the deed, the release of its photos, and what it stands for. */
import type { MutationArgs } from '../../protocol/mutations/index.ts';
import type { Outcome } from '../../protocol/refusals.ts';
import type { Author } from './author.ts';
import { releasePhotos } from './blobs.ts';
import { mutate } from './mutate.ts';
import { redoing } from './redoing.ts';
import type { Stores } from './stores.ts';

export async function verifyFinding(
  author: Author,
  args: MutationArgs['finding.verify'],
  title: string,
  redoes: number | null,
): Promise<Outcome> {
  const parts = partsOf(author, args, title, redoes);
  return mutate(author, { name: 'finding.verify', args: () => args, ...parts });
}

export async function fixFinding(
  author: Author,
  args: MutationArgs['finding.fix'],
  title: string,
  redoes: number | null,
): Promise<Outcome> {
  const parts = partsOf(author, args, title, redoes);
  return mutate(author, { name: 'finding.fix', args: () => args, ...parts });
}

function partsOf(
  author: Author,
  args: { readonly id: string; readonly photos: readonly { readonly sha256: string }[] },
  title: string,
  redoes: number | null,
) {
  const redo = redoing(author, redoes);
  return {
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
}
