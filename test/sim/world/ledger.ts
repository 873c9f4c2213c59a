/**
 * What the person at a device has been told of each thing that they did: the
 * promises that the laws hold the program to.
 */
import { canonical } from './canonical.ts';

/**
 * `saved`: the screen said so. `refused`: the rule said no. `failed`: the device
 * could not save. `unheard`: the page was gone before it could say.
 */
export type Fate = 'under way' | 'saved' | 'refused' | 'failed' | 'unheard';

export interface Promised {
  readonly key: string;
  fate: Fate;
}

export class Ledger {
  readonly deeds: Promised[] = [];
  /** Drafts by id, as they were last kept. */
  readonly drafts: Promised[] = [];
  /** Photos by hash. */
  readonly photos: Promised[] = [];

  /** Drafts that a deed has consumed, or that were thrown away. */
  readonly spentDrafts = new Set<string>();

  /** Writes down that something begins, and what becomes of it. */
  begin(list: Promised[], key: string): Promised {
    const entry: Promised = { key, fate: 'under way' };
    list.push(entry);
    return entry;
  }

  /** The page that was to hear of it is gone. */
  leave(entries: Iterable<Promised>): void {
    for (const entry of entries) if (entry.fate === 'under way') entry.fate = 'unheard';
  }
}

/** Drawn and made with a notice, and no part of what was said. */
const MADE = new Set(['number', 'record', 'seal']);

/** A deed by what was said. */
export function deedKey(name: string, args: unknown): string {
  if (typeof args !== 'object' || args === null) return `${name} ${canonical(args)}`;
  const said = Object.entries(args).filter(([field]) => !MADE.has(field));
  return `${name} ${canonical(Object.fromEntries(said))}`;
}
