/** Where the kills fall: who is killed, and in the middle of what. */
import { Dice } from '../sim/world/dice.ts';
import type { ActKind } from './ledger.ts';
import type { Stop } from './line.ts';

export type Victim = 'browser' | 'server';

export type Moment =
  /** An act has begun on the screen. */
  | { readonly act: ActKind }
  /** The screen has just confirmed one. */
  | { readonly said: ActKind }
  /** A request is at a place on its way. */
  | Stop;

export interface Aim {
  readonly victim: Victim;
  readonly moment: Moment;
  /** The kill falls so many ms after the moment at most. */
  readonly withinMs: number;
}

/** One kill of a run. */
export interface Kill extends Aim {
  readonly afterMs: number;
}

/** Each is met once before any is met again. A browser takes longest to come back, so it is killed less often. */
const AIMS: readonly Aim[] = [
  { victim: 'browser', moment: { act: 'answer' }, withinMs: 40 },
  { victim: 'browser', moment: { act: 'photo' }, withinMs: 150 },
  { victim: 'browser', moment: { act: 'finding' }, withinMs: 60 },
  { victim: 'browser', moment: { said: 'notice' }, withinMs: 10 },
  { victim: 'browser', moment: { kind: 'push', place: 'answered' }, withinMs: 20 },
  { victim: 'browser', moment: { kind: 'piece', place: 'answered' }, withinMs: 10 },
  { victim: 'browser', moment: { kind: 'pull', place: 'told' }, withinMs: 25 },
  { victim: 'server', moment: { kind: 'push', place: 'at-work' }, withinMs: 10 },
  { victim: 'server', moment: { kind: 'push', place: 'at-work' }, withinMs: 30 },
  { victim: 'server', moment: { kind: 'push', place: 'answered' }, withinMs: 0 },
  { victim: 'server', moment: { kind: 'piece', place: 'half-asked' }, withinMs: 20 },
  { victim: 'server', moment: { kind: 'last-piece', place: 'at-work' }, withinMs: 15 },
  { victim: 'server', moment: { kind: 'last-piece', place: 'at-work' }, withinMs: 50 },
  { victim: 'server', moment: { kind: 'last-piece', place: 'answered' }, withinMs: 0 },
  { victim: 'server', moment: { kind: 'pull', place: 'half-told' }, withinMs: 20 },
];

/** So many kills in an order of chance; the same for the same seed, and a longer plan begins as a shorter one. */
export function planOf(seed: number, kills: number): Kill[] {
  const dice = new Dice(seed);
  const plan: Kill[] = [];
  while (plan.length < kills) {
    const left = [...AIMS];
    for (let [aim] = left.splice(dice.below(left.length), 1); aim; ) {
      plan.push({ ...aim, afterMs: dice.next() * aim.withinMs });
      [aim] = left.splice(dice.below(left.length), 1);
    }
  }
  return plan.slice(0, kills);
}

export function sayKill({ victim, moment, afterMs }: Kill): string {
  return `${victim} at ${sayMoment(moment)} + ${afterMs.toFixed(1)} ms`;
}

function sayMoment(moment: Moment): string {
  if ('act' in moment) return `${moment.act} begun`;
  return 'said' in moment ? `${moment.said} confirmed` : `${moment.kind} ${moment.place}`;
}
