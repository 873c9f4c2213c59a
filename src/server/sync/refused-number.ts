import * as z from 'zod/mini';
import type { NoticeNumber } from '../../domain/notice-number.ts';
import { NoticeNumber as NumberArgs } from '../../protocol/rows/shared.ts';
import type { PushedMutation } from '../../protocol/sync.ts';

const Carrying = z.object({ number: NumberArgs });

/** The number that a deed carries, even where the rest of its arguments cannot be read. */
export function numberIn(mutation: PushedMutation): NoticeNumber | null {
  if (mutation.name !== 'notice.issue') return null;
  const parsed = Carrying.safeParse(mutation.args);
  return parsed.success ? parsed.data.number : null;
}
