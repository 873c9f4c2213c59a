/** A file for an answer, from the first byte to one that the office has on record with who sent it. */
import type { FileTaken } from '../../protocol/reply-page.ts';
import type { Context } from '../context.ts';
import { takeVersions } from '../store/office-lock.ts';
import type { AnswerFiles } from './answer-files.ts';
import type { Incoming } from './incoming.ts';
import { type Holder, noteSent, requireRoom } from './sent.ts';

export interface FileIntake {
  readonly incoming: Incoming;
  readonly files: AnswerFiles;
}

type Parts = Pick<Context, 'store' | 'officeId' | 'now'>;

export async function takeFile(
  parts: Parts,
  { incoming, files }: FileIntake,
  holder: Holder,
  body: unknown,
): Promise<FileTaken> {
  await requireRoom(parts, holder);
  const received = await incoming.receive(body);
  try {
    const taken = await files.keep(received);
    const { store, officeId } = parts;
    await store.db.transaction().execute(async (tx) => {
      // Whoever lets go of unnamed files does it under the same lock.
      await takeVersions(tx, officeId, 0);
      await tx
        .insertInto('answer_file')
        .values({ office: officeId, ...taken })
        .onConflict((conflict) => conflict.columns(['office', 'sha256']).doNothing())
        .execute();
    });
    await noteSent(parts, holder, taken);
    return taken;
  } finally {
    // Gone from there where it was taken.
    await incoming.drop(received.path);
  }
}
