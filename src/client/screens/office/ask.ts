/** Questions to the office that need the network: an answer, or why there is none, in words. */
import type * as z from 'zod/mini';
import { FailureBody } from '../../../protocol/failures.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** No answer at all: the network, not the office. */
      readonly offline: boolean;
      readonly code: string;
      readonly message: string;
      /** The lines at fault of a refused import. */
      readonly lines: readonly { readonly line: number; readonly reason: string }[];
    };

type Lines = readonly { readonly line: number; readonly reason: string }[];

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly json?: unknown;
  /** A file's text, with its type. */
  readonly text?: { readonly type: string; readonly body: string };
  /** A file as it is; what it holds is told by its bytes. */
  readonly file?: Blob;
}

const TIMEOUT_MS = 20_000;

export async function ask<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  question: Question = {},
): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...requestOf(question),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    // Without a network this is the ordinary outcome; the screen says so.
    return refusal('offline', '没有网络，连不上服务器。联网后再试。', true);
  }
  const body = await bodyOf(response);
  if (!response.ok) {
    const failure = FailureBody.safeParse(body);
    return failure.success
      ? refusal(failure.data.code, failure.data.message, false, failure.data.lines)
      : refusal('unknown', `服务器没有办成（${response.status}），请稍后再试。`, false);
  }
  const parsed = schema.safeParse(body);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : refusal('unknown', '服务器的回答看不懂，请更新本机程序后再试。', false);
}

function refusal(code: string, message: string, offline: boolean, lines: Lines = []) {
  return { ok: false, offline, code, message, lines } as const;
}

function requestOf(question: Question): RequestInit {
  const method = question.method ?? 'GET';
  if (question.text) {
    const headers = { 'content-type': question.text.type };
    return { method, headers, body: question.text.body };
  }
  if (question.file) {
    const headers = { 'content-type': 'application/octet-stream' };
    return { method, headers, body: question.file };
  }
  if (question.json === undefined) return { method };
  const headers = { 'content-type': 'application/json' };
  return { method, headers, body: JSON.stringify(question.json) };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    // A page of a captive portal or proxy: no answer of the office.
    return null;
  }
}
