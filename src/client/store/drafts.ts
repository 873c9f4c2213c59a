/**
 * A problem while it is being written down. Every keystroke is kept; it becomes
 * a deed in the same transaction in which the draft goes.
 */
import type { Outcome } from '../../protocol/refusals.ts';
import type { Author } from './author.ts';
import { releasePhotos } from './blobs.ts';
import { withRoom } from './clearing.ts';
import type { LocalDatabase } from './database.ts';
import { writeLast, writeLatest } from './latest.ts';
import { mutate } from './mutate.ts';
import { letGo, PHOTO_HOLDERS, photosNamed } from './named-photos.ts';
import { redoing } from './redoing.ts';
import type { Stores } from './stores.ts';
import type { DraftRow } from './tables.ts';
import { transact } from './transact.ts';

/**
 * Keeps the draft; resolves once this state of it, or a newer one, is durable.
 * A state that a newer one overtakes while it queues is never written. A photo
 * that it no longer names goes, unless something else names it.
 */
export async function saveDraft(db: LocalDatabase, draft: DraftRow): Promise<void> {
  await writeLatest(`${db.name}/${draft.id}`, async () => {
    await withRoom(db, DRAFT_BYTES, () => transact(db, KEEPING, (stores) => keep(stores, draft)));
  });
}

/** More than a draft needs. */
const DRAFT_BYTES = 1_000_000;

const KEEPING = ['draft', 'finding', ...PHOTO_HOLDERS] as const;

async function keep(stores: Stores, draft: DraftRow): Promise<void> {
  const [finding, before] = await Promise.all([
    draft.amends ? undefined : stores.get('finding', draft.id),
    stores.get('draft', draft.id),
  ]);
  // A keystroke that comes late does not bring back what has become a problem.
  if (finding) return;
  stores.put('draft', draft);
  const kept = new Set(photosNamed(draft));
  await letGo(
    stores,
    photosNamed(before).filter((hash) => !kept.has(hash)),
  );
}

/** Throws a draft away on the person's word, with the photos that nothing else knows. */
export async function deleteDraft(db: LocalDatabase, id: string): Promise<void> {
  await writeLast(`${db.name}/${id}`, () =>
    transact(db, ['draft', ...PHOTO_HOLDERS], async (stores) => {
      const draft = await stores.get('draft', id);
      stores.delete('draft', id);
      await letGo(stores, photosNamed(draft));
    }),
  );
}

/**
 * 保存问题: the deed, the end of the draft and the release of its photos are one
 * transaction. Refused, the draft stays as it is.
 */
export async function saveFindingFromDraft(
  { author }: { readonly author: Author },
  draft: DraftRow,
): Promise<Outcome> {
  const { db } = author;
  const { id, text, count, unitId, deadline, photos } = draft;
  const facts = { id, text, count, unitId, deadline, photos };
  const { pointId, roundId, inspectionId, itemId, place } = draft;
  const redo = redoing(author, draft.redoes);
  const alongside = async (stores: Stores) => {
    stores.delete('draft', id);
    await redo?.alongside(stores);
    await releasePhotos(
      stores,
      photos.map((photo) => photo.sha256),
    );
  };
  let outcome: Outcome = { ok: true };
  await writeLast(`${db.name}/${id}`, async () => {
    outcome = draft.amends
      ? await mutate(author, {
          name: 'finding.amend',
          id,
          title: `修改问题：${text}`,
          args: () => facts,
          tables: ['draft', 'blob', ...(redo?.tables ?? [])],
          alongside,
        })
      : await mutate(author, {
          name: 'finding.record',
          id,
          title: `登记问题：${text}`,
          args: () => ({ ...facts, pointId, roundId, inspectionId, itemId, place }),
          tables: ['draft', 'blob', ...(redo?.tables ?? [])],
          alongside,
        });
  });
  return outcome;
}
