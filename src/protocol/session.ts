/** Signing in and who one is. */
import * as z from 'zod/mini';
import { ROLES } from '../domain/role.ts';
import { AccountName, Password } from './credentials.ts';
import { Id, text } from './rows/shared.ts';

export const SignIn = z.object({
  account: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type SignIn = z.infer<typeof SignIn>;

export const Session = z.object({
  accountId: Id,
  account: text(60),
  name: text(60),
  role: z.enum(ROLES),
  unitId: z.nullable(Id),
  officeId: Id,
});
export type Session = z.infer<typeof Session>;

/** First administrator of an empty office, by the one-time link. */
export const SetUp = z.object({
  token: z.string().check(z.minLength(20), z.maxLength(100)),
  officeName: z.string().check(z.trim(), z.minLength(2), z.maxLength(60)),
  agency: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  account: AccountName,
  password: Password,
});
export type SetUp = z.infer<typeof SetUp>;
