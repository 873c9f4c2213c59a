/** Telling a store that cannot work just now from a deed that the store cannot take. */

/** PostgreSQL's classes: connection, lock and serialisation, resources, operator, system. */
const PG_ENVIRONMENT = /^(08|40|53|55|57|58|XX)/;
const SQLITE_ENVIRONMENT =
  /^SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PERM|PROTOCOL|INTERRUPT)/;
const SYSTEM =
  /^(ENOSPC|EDQUOT|EIO|EROFS|EMFILE|ENFILE|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH)/;

/** The machine code that drivers and the system put on their errors; '' where there is none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** No room left: on the disk of the store, or of the photos. */
export function isDiskFull(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === '53100';
}

/** True where trying the same again later may well succeed, whatever is written. */
export function isEnvironment(error: unknown): boolean {
  const code = errorCode(error);
  if (SQLITE_ENVIRONMENT.test(code) || SYSTEM.test(code)) return true;
  if (/^[0-9A-Z]{5}$/.test(code)) return PG_ENVIRONMENT.test(code);
  return (
    error instanceof Error && /connection|timeout|driver has already been/i.test(error.message)
  );
}
