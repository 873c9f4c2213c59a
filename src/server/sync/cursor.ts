/**
 * `<scope>@<epoch>.<version>`: a client gives it back unread. One that was made
 * for another scope, by another store, or for a version that this store has not
 * reached (it was restored from a copy) starts the pull anew.
 */
import type { Head } from '../store/office-lock.ts';
import { type Scope, sayScope } from './scope.ts';

export function writeCursor(scope: Scope, epoch: string, version: number): string {
  return `${sayScope(scope)}@${epoch}.${version}`;
}

/** The version to go on from, or null where the client must start anew. */
export function readCursor(
  cursor: string | null,
  scope: Scope,
  { head, epoch }: Head,
): number | null {
  if (cursor === null) return null;
  const dot = cursor.lastIndexOf('.');
  const version = cursor.slice(dot + 1);
  if (!/^\d{1,15}$/.test(version)) return null;
  if (cursor.slice(0, dot) !== `${sayScope(scope)}@${epoch}`) return null;
  return Number(version) <= head ? Number(version) : null;
}
