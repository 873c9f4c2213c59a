/** What the kills fell into, by what the runner knew to be under way at each. */
import type { Victim } from './aims.ts';
import type { ActKind } from './ledger.ts';
import type { Passing } from './line.ts';

const PHASES = [
  'capture',
  'photo taken in',
  'just confirmed',
  'push',
  'committed, not told',
  'upload',
  'pull',
  'rest',
] as const;
type Phase = (typeof PHASES)[number];

/** What was under way at a kill. */
export interface Scene {
  readonly acts: readonly ActKind[];
  readonly passing: readonly Passing[];
  /** The screen had confirmed something in the moment before. */
  readonly justSaid: boolean;
}

export class Tally {
  readonly #counts = new Map<string, number>();

  /** One kill may fall into several phases. */
  note(victim: Victim, { acts, passing, justSaid }: Scene): void {
    const found = new Set<Phase>([
      ...acts.map((kind): Phase => (kind === 'photo' ? 'photo taken in' : 'capture')),
      ...passing.flatMap(phasesOf),
    ]);
    if (justSaid) found.add('just confirmed');
    if (found.size === 0) found.add('rest');
    for (const phase of found) this.#add(`${victim} ${phase}`);
  }

  of(victim: Victim, phase: Phase): number {
    return this.#counts.get(`${victim} ${phase}`) ?? 0;
  }

  toString(): string {
    const line = (victim: Victim) =>
      PHASES.map((phase) => `${phase} ${this.of(victim, phase)}`).join(', ');
    return `browser: ${line('browser')}\nserver:  ${line('server')}`;
  }

  #add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }
}

function phasesOf({ kind, place, brings }: Passing): Phase[] {
  if (kind === 'piece' || kind === 'last-piece') return ['upload'];
  if (kind === 'pull') return brings ? ['pull'] : [];
  const settled = place === 'answered' || place === 'half-told';
  return settled ? ['push', 'committed, not told'] : ['push'];
}
