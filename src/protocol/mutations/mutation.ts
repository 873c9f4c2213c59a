import type * as z from 'zod/mini';
import type { Outcome } from '../refusals.ts';
import type { MutationContext, Tx } from '../tx.ts';

/**
 * One deed of a person. `run` is the one code that both sides execute: it must
 * check everything before its first `put`, since a refusal leaves no trace.
 */
export interface Mutation<Args> {
  readonly args: z.ZodMiniType<Args>;
  run(tx: Tx, args: Args, context: MutationContext): Promise<Outcome>;
}

export function mutation<Args>(definition: Mutation<Args>): Mutation<Args> {
  return definition;
}
