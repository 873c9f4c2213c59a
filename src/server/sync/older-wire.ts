/**
 * What a tablet of the protocol before can't read is said to it in words that it knows.
 * It has no tables of answers and letters; a line of 经过 keeps its text.
 */
import type { Patch } from '../../protocol/sync.ts';

/** The protocol that this speaks. */
export const OLDER = 4;

const TABLES: ReadonlySet<string> = new Set([
  'office',
  'calendar',
  'unit',
  'checklist',
  'point',
  'round',
  'team',
  'inspection',
  'finding',
  'photo',
  'notice',
  'event',
  'font',
  'signer',
]);

const KINDS: ReadonlySet<string> = new Set([
  'recorded',
  'amended',
  'assigned',
  'unassigned',
  'acknowledged',
  'unacknowledged',
  'voided',
  'issued',
  'delivered',
]);

/** `patch` as the office has it, for a tablet of protocol 4. */
export function olderPatch(patch: Patch): unknown {
  const puts = Object.entries(patch.puts).filter(([table]) => TABLES.has(table));
  return {
    reset: patch.reset,
    puts: { ...Object.fromEntries(puts), ...known(patch) },
    dels: patch.dels.filter(({ table }) => TABLES.has(table)),
  };
}

function known({ puts: { event, notice } }: Patch): Partial<Patch['puts']> {
  return {
    ...(event && {
      event: event.map((row) => (KINDS.has(row.kind) ? row : { ...row, kind: 'amended' as const })),
    }),
    // Its 送达 by the unit itself has no form there; the state of each problem tells of it.
    ...(notice && {
      notice: notice.map((row) =>
        row.delivery?.how.kind === 'online' ? { ...row, delivery: null } : row,
      ),
    }),
  };
}
