/** Triggers by which the database itself refuses to change or shorten a table. */
import type { Dialect } from '../bridge.ts';

const REFUSED = 'is append-only';

export function appendOnly(dialect: Dialect, table: string): string[] {
  if (dialect === 'sqlite') {
    return ['update', 'delete'].map(
      (deed) =>
        `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, '${table} ${REFUSED}'); end`,
    );
  }
  return [
    `create function ${table}_stays() returns trigger language plpgsql as $$ begin raise exception '${table} ${REFUSED}'; end $$`,
    `create trigger ${table}_no_change before update or delete or truncate on ${table} for each statement execute function ${table}_stays()`,
  ];
}
