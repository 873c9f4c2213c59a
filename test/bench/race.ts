/** Several ways of doing one thing, measured in turns so that a noisy minute falls on all of them. */
import { median, round } from './figures.ts';

export interface Contender {
  readonly name: string;
  /**
   * Does it once and answers its milliseconds.
   * @param nth number of the round; 0 is the warm-up
   */
  run(nth: number): Promise<number>;
}

/** How one contender fared, round by round. */
export interface Lane {
  readonly name: string;
  readonly times: readonly number[];
}

/** A B C … A B C …, the first round as a warm-up that does not count. */
export async function race(
  contenders: readonly Contender[],
  rounds: number,
): Promise<readonly Lane[]> {
  const lanes = contenders.map(({ name }): { name: string; times: number[] } => ({
    name,
    times: [],
  }));
  for (let nth = 0; nth <= rounds; nth += 1) {
    for (const [at, contender] of contenders.entries()) {
      const ms = await contender.run(nth);
      if (nth > 0) lanes[at]?.times.push(ms);
    }
    console.log(`  ${nth === 0 ? 'warm-up' : `round ${nth} of ${rounds}`}`);
  }
  return lanes;
}

/** The median of one lane (ms). */
export function medianOf(lanes: readonly Lane[], name: string): number {
  const lane = lanes.find((one) => one.name === name);
  if (!lane) throw new Error(`nobody called ${name} ran`);
  return median(lane.times);
}

/** The lanes beside the first one, which is ours. */
export function sayLanes(lanes: readonly Lane[]): string {
  const own = median(lanes[0]?.times ?? []);
  const rows = lanes.map(({ name, times }) => {
    const middle = median(times);
    const span = `${round(Math.min(...times))} – ${round(Math.max(...times))}`;
    return `| ${name} | ${round(middle)} | ${span} | ${round(middle / own, 2)} × |`;
  });
  return [
    '| side by side | median ms | least – most | of ours |',
    '| --- | --: | --: | --: |',
    ...rows,
  ].join('\n');
}
