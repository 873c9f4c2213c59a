/**
 * What a person's device may hold. The office's people see the office, but an
 * unlisted point only once a group walks it; a unit sees what is on a notice to it.
 */
import type { TableName } from '../../protocol/rows/index.ts';
import type { Actor } from '../../protocol/tx.ts';

export type Scope =
  | { readonly kind: 'office' }
  | { readonly kind: 'unit'; readonly unitId: string };

/** Where in a table a scope looks: everywhere, nowhere, or by a condition. */
export type Sight =
  | 'all'
  | 'none'
  | { readonly sql: string }
  | { readonly column: string; readonly value: string };

export function scopeOf(actor: Actor): Scope {
  if (actor.role !== 'unit') return { kind: 'office' };
  // An account without a unit answers for none, and sees none.
  return { kind: 'unit', unitId: actor.unitId ?? '-' };
}

export function sayScope(scope: Scope): string {
  return scope.kind === 'office' ? 'office' : `unit:${scope.unitId}`;
}

export function sightOf(scope: Scope, table: TableName): Sight {
  return scope.kind === 'office' ? officeSight(table) : unitSight(scope.unitId, table);
}

function officeSight(table: TableName): Sight {
  return table === 'point' ? { sql: "(kind <> 'unlisted' or drawn = 1)" } : 'all';
}

function unitSight(unitId: string, table: TableName): Sight {
  switch (table) {
    case 'office':
    case 'calendar':
    case 'unit':
    case 'round':
    case 'font':
    case 'signer':
      return 'all';
    case 'notice':
    case 'reply':
    case 'recheck':
    case 'extension':
    case 'letter':
      return { column: 'unit_id', value: unitId };
    case 'finding':
    case 'photo':
    case 'event':
      return { column: 'shown_to', value: unitId };
    case 'checklist':
    case 'point':
    case 'team':
    case 'inspection':
    case 'handoff':
      return 'none';
  }
}
