/** A seeded source of chance: the same seed throws the same numbers on every machine. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to `n - 1`. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** One of the names, each as likely as its weight. */
  weighted<N extends string>(weights: Readonly<Record<N, number>>): N {
    const entries: [string, number][] = Object.entries(weights);
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const names = Object.keys(weights);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return nameIn(weights, name);
    }
    return nameIn(weights, names.at(-1) ?? '');
  }
}

function nameIn<N extends string>(weights: Readonly<Record<N, number>>, name: string): N {
  if (isKey(weights, name)) return name;
  throw new Error('nothing has a weight');
}

function isKey<N extends string>(weights: Readonly<Record<N, number>>, name: string): name is N {
  return Object.hasOwn(weights, name);
}
