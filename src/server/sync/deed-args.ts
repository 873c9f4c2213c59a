/** What can be said of a deed's arguments before any rule has read them. */

const MAX_DEPTH = 16;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** PostgreSQL's text takes neither; no keyboard makes them. */
const UNSAYABLE = /\0|\p{Surrogate}/u;

/**
 * False where the arguments are nested beyond reason or hold characters that no
 * store takes. Ids that a device has made are gathered into `ids` on the way.
 */
export function readableArgs(args: unknown, ids: Set<string>, depth = 0): boolean {
  if (typeof args === 'string') {
    if (args.length === 36 && UUID.test(args)) ids.add(args);
    return !UNSAYABLE.test(args);
  }
  if (typeof args !== 'object' || args === null) return true;
  if (depth === MAX_DEPTH) return false;
  for (const [key, value] of Object.entries(args)) {
    if (UNSAYABLE.test(key) || !readableArgs(value, ids, depth + 1)) return false;
  }
  return true;
}
