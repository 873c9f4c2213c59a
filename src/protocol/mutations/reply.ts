/** 整改反馈, and what the office makes of it at the desk: 受理待复查, or 退回 with the reason. */
import * as z from 'zod/mini';
import { DONE, refuse } from '../refusals.ts';
import { ANSWER_WAYS, AnswerFile, MAX_ANSWER_FILES } from '../rows/answer.ts';
import { DeadlineChoice, sentence, text, Uuid } from '../rows/shared.ts';
import type { MutationContext } from '../tx.ts';
import { againDueAt } from './again-due.ts';
import { mayMove, moveFinding } from './move.ts';
import { mutation } from './mutation.ts';
import { ofStage, PhotoArgs, photosAreFresh, putPhotos } from './photos.ts';
import { lastReply } from './replies.ts';
import { settleExtension } from './settle-extension.ts';
import { stateChanged } from './state-changed.ts';

/** How the order of deeds is named that a notice's link does; no tablet's id begins so. */
export const LINK_ORDER = 'link:';

export const submitReply = mutation({
  args: z.object({
    id: Uuid,
    findingId: Uuid,
    text: z.string().check(z.trim(), z.maxLength(1000)),
    files: z.array(AnswerFile).check(z.maxLength(MAX_ANSWER_FILES)),
    photo: z.nullable(PhotoArgs),
    way: z.enum(ANSWER_WAYS),
  }),
  async run(tx, args, context) {
    const { actor } = context;
    if (await tx.get('reply', args.id)) return refuse('reply-exists');
    const finding = await tx.get('finding', args.findingId);
    if (!finding?.noticeId) return refuse('finding-missing');
    if (actor.role === 'unit' && actor.unitId !== finding.unitId) return refuse('other-unit');
    if (args.way !== wayOf(context)) return refuse('reply-way');
    if (args.text === '' && args.files.length === 0 && !args.photo) return refuse('reply-empty');
    if (!mayMove(finding, 'reply')) return stateChanged(tx, finding);
    const photos = args.photo ? [args.photo] : [];
    const subject = ofStage(finding, 'reply', args.id);
    const fresh = await photosAreFresh(tx, subject, photos);
    if (!fresh.ok) return fresh;
    await putPhotos(tx, subject, photos);
    await tx.put('reply', {
      id: args.id,
      findingId: finding.id,
      noticeId: finding.noticeId,
      unitId: finding.unitId,
      text: args.text,
      files: args.files,
      photoId: args.photo?.id ?? null,
      way: args.way,
      at: context.at,
      by: actor.accountId,
      byName: actor.name,
    });
    await settleExtension(tx, context, finding, '已反馈，不再需要延期');
    await moveFinding(tx, context, finding, 'reply', {
      kind: 'replied',
      detail: sayReply(args),
      change: { repliedAt: context.at, acceptedAt: null, extensionId: null, urge: null },
    });
    return DONE;
  },
});

/** 受理: the answer is worth a visit; the inspectors' tablets now list the problem as 待复查. */
export const acceptReply = mutation({
  args: z.object({ id: Uuid, note: text(500) }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (!mayMove(finding, 'accept') || finding.acceptedAt !== null) {
      return stateChanged(tx, finding);
    }
    await moveFinding(tx, context, finding, 'accept', {
      kind: 'accepted',
      detail: args.note,
      change: { acceptedAt: context.at },
    });
    return DONE;
  },
});

/** 退回 at the desk: what was sent does not show that it is put right. Counts as a rework. */
export const returnReply = mutation({
  args: z.object({
    id: Uuid,
    recheckId: Uuid,
    reason: sentence(500),
    /** Null keeps the present deadline where it is still to come. */
    deadline: z.nullable(DeadlineChoice),
  }),
  async run(tx, args, context) {
    const finding = await tx.get('finding', args.id);
    if (!finding) return refuse('finding-missing');
    if (await tx.get('recheck', args.recheckId)) return refuse('recheck-exists');
    if (!mayMove(finding, 'return')) return stateChanged(tx, finding);
    const due = await againDueAt(tx, context, finding, args.deadline);
    if (!due.ok) return due;
    const reply = await lastReply(tx, finding.id);
    await tx.put('recheck', {
      id: args.recheckId,
      findingId: finding.id,
      replyId: reply?.id ?? null,
      unitId: finding.unitId,
      result: 'returned',
      note: args.reason,
      place: null,
      at: context.at,
      by: context.actor.accountId,
      byName: context.actor.name,
    });
    await moveFinding(tx, context, finding, 'return', {
      kind: 'returned',
      detail: args.reason,
      change: { rework: finding.rework + 1, acceptedAt: null, dueAt: due.dueAt },
    });
    return DONE;
  },
});

/** The office enters what came on paper; a unit answers signed in, or through the link of its notice. */
function wayOf({ actor, clientId }: MutationContext): (typeof ANSWER_WAYS)[number] {
  if (actor.role !== 'unit') return 'paper';
  return clientId.startsWith(LINK_ORDER) ? 'link' : 'account';
}

interface Said {
  readonly text: string;
  readonly files: readonly unknown[];
  readonly photo: unknown;
  readonly way: (typeof ANSWER_WAYS)[number];
}

/** In one line of 经过. */
function sayReply({ text: words, files, photo, way }: Said): string {
  const parts = [
    words,
    photo ? '附整改后照片' : '',
    files.length > 0 ? `附件${files.length}个` : '',
    way === 'paper' ? '书面反馈，由办公室录入' : '',
  ];
  const said = parts.filter((part) => part !== '').join('；');
  return said.length <= 1000 ? said : `${said.slice(0, 999)}…`;
}
