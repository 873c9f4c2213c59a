/** What an account is entered by: one rule for the first administrator and for all after. */
import * as z from 'zod/mini';

export const MIN_PASSWORD = 10;

export const Password = z.string().check(z.minLength(MIN_PASSWORD), z.maxLength(200));

export const AccountName = z
  .string()
  .check(z.trim(), z.minLength(2), z.maxLength(60), z.regex(/^[^\s/\\]+$/));
