/** What a deed was about, in the person's words, from what was sent. */
import * as z from 'zod/mini';
import { sayVerdict, VERDICTS } from '../../../domain/answer.ts';
import { sayChoice } from '../../../domain/deadline.ts';
import { NUMBER_PENDING, sayNumber } from '../../../domain/notice-number.ts';
import { sayHandOver } from '../../../protocol/hand-over.ts';
import type { MutationName } from '../../../protocol/mutations/index.ts';
import { HandOver } from '../../../protocol/rows/delivery.ts';
import type { UnitRow } from '../../../protocol/rows/index.ts';
import { DeadlineChoice, NoticeNumber } from '../../../protocol/rows/shared.ts';
import type { IconName } from '../../ui/icon.tsx';

/** Only what is said of it; everything else in the deed is left aside. */
const Told = z.object({
  text: z.optional(z.string()),
  unitId: z.optional(z.string()),
  count: z.optional(z.nullable(z.number())),
  deadline: z.optional(DeadlineChoice),
  photos: z.optional(z.array(z.unknown())),
  findingIds: z.optional(z.array(z.string())),
  number: z.optional(z.nullable(NoticeNumber)),
  itemId: z.optional(z.nullable(z.string())),
  verdict: z.optional(z.nullable(z.enum(VERDICTS))),
  code: z.optional(z.string()),
  codeName: z.optional(z.string()),
  caseNumber: z.optional(z.string()),
  note: z.optional(z.string()),
  reason: z.optional(z.nullable(z.string())),
  how: z.optional(HandOver),
});

export function sayDeed(args: unknown, units: ReadonlyMap<string, UnitRow>): string[] {
  const parsed = Told.safeParse(args);
  if (!parsed.success) return [];
  const { text, itemId, unitId, count, deadline, photos, findingIds } = parsed.data;
  const { number, verdict, note, reason, how, code, codeName, caseNumber } = parsed.data;
  const unit = unitId === undefined ? undefined : units.get(unitId);
  return [
    number === undefined ? '' : number ? sayNumber(number) : NUMBER_PENDING,
    itemId ?? '',
    text ?? '',
    unit?.name ?? '',
    findingIds ? `${findingIds.length} 个问题` : '',
    deadline ? `期限 ${sayChoice(deadline)}` : '',
    verdict ? sayVerdict(verdict) : '',
    typeof count === 'number' ? `${count} 例` : '',
    photos && photos.length > 0 ? `照片 ${photos.length}` : '',
    how ? sayHandOver(how) : '',
    [code, codeName].filter(Boolean).join(' '),
    caseNumber ? `案号 ${caseNumber}` : '',
    reason ?? '',
    note ?? '',
  ].filter((part) => part !== '');
}

export function deedIcon(name: MutationName): IconName {
  if (name === 'refused.decide') return 'trash';
  if (name === 'photo.forgo') return 'camera';
  if (name.startsWith('notice')) return 'notice';
  if (name.startsWith('letter')) return 'notice';
  return /^(finding|reply|extension|handoff)/.test(name) ? 'flag' : 'today';
}
