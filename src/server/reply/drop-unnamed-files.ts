/** Files that came for an answer which was never given: let go of after some days, as photos are. */
import type { Context } from '../context.ts';
import type { Db } from '../store/database.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { AnswerFiles } from './answer-files.ts';
import { markNamed, UNNAMED_KEPT_MS } from './sent.ts';

type Parts = Pick<Context, 'store' | 'officeId' | 'now'> & { readonly files: AnswerFiles };

/** Answers how many files went. */
export async function dropUnnamedFiles({ store, officeId, now, files }: Parts): Promise<number> {
  await markNamed(store.db, officeId);
  const gone = await store.db.transaction().execute(async (tx) => {
    await takeVersions(tx, officeId, 0);
    await tx
      .deleteFrom('answer_sent')
      .where('office', '=', officeId)
      .where('named', '=', 0)
      .where('sent_at', '<', now() - UNNAMED_KEPT_MS)
      .execute();
    return forgetUnheld(tx, officeId);
  });
  // Only once it is on record that they are not here: cut short, this leaves a file too many.
  for (const sha256 of gone) {
    await store.db.transaction().execute(async (tx) => {
      await takeVersions(tx, officeId, 0);
      if (!(await isKnown(tx, officeId, sha256))) await files.remove(sha256);
    });
  }
  return gone.length;
}

async function forgetUnheld(tx: Db, officeId: string): Promise<string[]> {
  const rows = await tx
    .deleteFrom('answer_file')
    .where('office', '=', officeId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('answer_sent')
            .select('answer_sent.sha256')
            .whereRef('answer_sent.office', '=', 'answer_file.office')
            .whereRef('answer_sent.sha256', '=', 'answer_file.sha256'),
        ),
      ),
    )
    .returning('sha256')
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** The same bytes may have come anew meanwhile. */
async function isKnown(tx: Db, officeId: string, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('answer_file')
    .select('sha256')
    .where('office', '=', officeId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}
