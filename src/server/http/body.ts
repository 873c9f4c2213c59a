import type * as z from 'zod/mini';
import { readableArgs } from '../sync/deed-args.ts';
import { Failure } from './failure.ts';

/** What a request says, parsed; a request that does not fit is answered 400 with the field's name. */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  if (!readableArgs(body, new Set())) throw new Failure('bad-request');
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Failure('bad-request', field === '' ? {} : { message: `请求的内容不对：${field}` });
}
