import { stagesOnTheWay, type Thing, type ThingStage } from '../store/stages.ts';
import { useLive } from './use-live.ts';

const NONE: ReadonlyMap<string, ThingStage> = new Map();

/** By id, those that are still on their way to the office's books. */
export function useStages(table: Thing): ReadonlyMap<string, ThingStage> {
  return useLive((db) => stagesOnTheWay(db, table), [table]) ?? NONE;
}
