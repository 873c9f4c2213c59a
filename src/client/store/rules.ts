/**
 * The rules come behind the first screen, which needs none of them. Whoever runs one
 * waits for them before any transaction opens: nothing within one may wait for the network.
 */
import { StorageTrouble } from './storage-trouble.ts';

type RuleBook = typeof import('./rule-book.ts');

let asked: Promise<RuleBook> | null = null;

/** Rejects with a StorageTrouble where the program has not come whole; asked again, it tries again. */
export function rules(): Promise<RuleBook> {
  asked ??= import('./rule-book.ts').catch((error: unknown) => {
    asked = null;
    throw new StorageTrouble('rules', error);
  });
  return asked;
}
