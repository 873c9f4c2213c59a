/**
 * An answer or a request for time while it is written down; it survives a reload and a dead
 * network. Its id is made with it: whatever is sent twice of it is one answer.
 */
import * as z from 'zod/mini';
import { LARGEST_FILE } from '../../domain/file-kind.ts';
import { PhotoArgs } from '../../protocol/mutations/photos.ts';
import { Sha256, Uuid } from '../../protocol/rows/shared.ts';

/** A file that the office has already. */
export const SentFile = z.object({
  sha256: Sha256,
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
});
export type SentFile = z.infer<typeof SentFile>;

export const AnswerDraft = z.object({
  id: Uuid,
  text: z.string(),
  file: z.nullable(SentFile),
  photo: z.nullable(PhotoArgs),
  /** Place of the refused deed that it stands for; null for none. */
  redoes: z.nullable(z.int()),
});
export type AnswerDraft = z.infer<typeof AnswerDraft>;

export const ExtensionDraft = z.object({
  id: Uuid,
  reason: z.string(),
  /** `YYYY-MM-DD`; empty until chosen. */
  until: z.string(),
  redoes: z.nullable(z.int()),
});
export type ExtensionDraft = z.infer<typeof ExtensionDraft>;

export const MAX_ANSWER = 1000;
export const MAX_WHY = 500;
export const MAX_NAME = 60;

export function newAnswer(id: string): AnswerDraft {
  return { id, text: '', file: null, photo: null, redoes: null };
}

export function newExtension(id: string): ExtensionDraft {
  return { id, reason: '', until: '', redoes: null };
}

/** What is still to be filled in, in words; null where it can be given. */
export function whatAnswerLacks({ text, file, photo }: AnswerDraft): string | null {
  if (text.trim() !== '' || file || photo) return null;
  return '请写明整改情况，或附上文件、照片，三样有一样就行。';
}

/** @param after the later of today and the day of the deadline that stands, `YYYY-MM-DD` */
export function whatExtensionLacks(
  { reason, until }: ExtensionDraft,
  after: string,
): string | null {
  if (reason.trim() === '') return '请写明为什么要延期。';
  if (until === '') return '请选择要延到哪一天。';
  return until > after ? null : '要延到的日期应当在今天和现在的期限之后。';
}

export function whyNotFile(file: { readonly size: number }): string | null {
  if (file.size === 0) return '这个文件是空的，请换一个。';
  if (file.size <= LARGEST_FILE) return null;
  return `文件超过 ${LARGEST_FILE / 1_000_000} MB，请压缩后再选，或改用文字、照片反馈。`;
}

export function saySize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
