/**
 * What happened to this store on its way to the office, the last 200 things of it,
 * in codes and numbers alone. It serves whoever looks for a fault; it holds up
 * nothing, and what cannot be written down is left out.
 */
import type { LocalDatabase } from './database.ts';
import type { LogRow } from './tables.ts';
import { transact } from './transact.ts';

export const KEPT_EVENTS = 200;

export type LogEvent = Pick<LogRow, 'kind' | 'code'> & Partial<Omit<LogRow, 'nth' | 'times'>>;

const NOTHING = { ms: 0, pushed: 0, refused: 0, pulled: 0, bytes: 0 } as const;

/** Writes down one thing; quiet repetitions of the last one are counted on it. */
export async function note(db: LocalDatabase, event: LogEvent): Promise<void> {
  try {
    await transact(db, ['log'], async (stores) => {
      const keys = await stores.keys('log');
      const last = keys.at(-1);
      const before = last === undefined ? undefined : await stores.get('log', last);
      const row = { ...NOTHING, at: Date.now(), ...event, nth: Number(last ?? 0) + 1, times: 1 };
      if (before && isQuiet(row) && isQuiet(before) && sameAs(before, row)) {
        stores.put('log', { ...before, at: row.at, ms: row.ms, times: before.times + 1 });
        return;
      }
      stores.put('log', row);
      if (keys.length >= KEPT_EVENTS) stores.deleteUpTo('log', row.nth - KEPT_EVENTS);
    });
  } catch (error) {
    console.info('没有记下同步经过', error);
  }
}

function isQuiet({ pushed, refused, pulled, bytes }: LogRow): boolean {
  return pushed + refused + pulled + bytes === 0;
}

function sameAs(a: LogRow, b: LogRow): boolean {
  return a.kind === b.kind && a.code === b.code;
}

/** The oldest first. */
export async function readLog(db: LocalDatabase): Promise<LogRow[]> {
  return db.log.orderBy('nth').toArray();
}

/** The last failure of the device's own storage that is on record; undefined for none. */
export async function lastStorageError(db: LocalDatabase): Promise<LogRow | undefined> {
  return db.log
    .orderBy('nth')
    .reverse()
    .filter((row) => row.kind === 'storage')
    .first();
}
