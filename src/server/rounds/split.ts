/**
 * Splits a round's points among its groups by whole streets: each group walks
 * streets that lie together, and the numbers of points are as equal as that allows.
 */
import type { PointRow } from '../../protocol/rows/index.ts';

interface Street {
  readonly id: string;
  readonly points: readonly PointRow[];
  readonly lon: number;
  readonly lat: number;
}

interface Cut {
  /** Sum of the squares of the groups' numbers of points. */
  readonly cost: number;
  readonly parts: readonly Street[][];
}

/** Directions that the town is cut across; of these the one that makes the most equal groups is taken. */
const DIRECTIONS = 12;

/** One list of point ids a group, in the groups' order. */
export function splitByStreet(points: readonly PointRow[], groups: number): string[][] {
  const streets = streetsOf(points);
  let best: Cut | null = null;
  for (let nth = 0; nth < DIRECTIONS; nth += 1) {
    const found = cut(along(streets, (nth * Math.PI) / DIRECTIONS), groups);
    if (best === null || found.cost < best.cost) best = found;
  }
  return (best?.parts ?? []).map((some) =>
    some.flatMap((street) => street.points.map((point) => point.id)),
  );
}

function streetsOf(points: readonly PointRow[]): Street[] {
  const byStreet = new Map<string, PointRow[]>();
  for (const point of points) {
    const known = byStreet.get(point.streetId);
    if (known) known.push(point);
    else byStreet.set(point.streetId, [point]);
  }
  return [...byStreet].map(([id, some]) => ({
    id,
    points: some,
    lon: mean(some.map((point) => point.lon)),
    lat: mean(some.map((point) => point.lat)),
  }));
}

/** In the order in which a line in that direction (radians from east) passes them. */
function along(streets: readonly Street[], direction: number): Street[] {
  const lat = mean(streets.map((street) => street.lat));
  // A degree of longitude is shorter than one of latitude.
  const narrow = Math.cos((lat * Math.PI) / 180);
  const place = (street: Street) =>
    street.lon * narrow * Math.cos(direction) + street.lat * Math.sin(direction);
  return [...streets].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** Cuts the row of streets so that the groups' numbers of points differ least (least squares). */
function cut(streets: readonly Street[], groups: number): Cut {
  const sums = [0];
  for (const street of streets) sums.push((sums.at(-1) ?? 0) + street.points.length);
  const between = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  let best = streets.map((_, i) => ({ cost: between(0, i + 1) ** 2, cuts: [i + 1] }));
  for (let group = 1; group < groups; group += 1) {
    best = streets.map((_, i) => {
      let least = { cost: between(0, i + 1) ** 2, cuts: [i + 1] };
      for (let from = 0; from < i; from += 1) {
        const before = best[from];
        const cost = (before?.cost ?? 0) + between(from + 1, i + 1) ** 2;
        if (before && cost < least.cost) least = { cost, cuts: [...before.cuts, i + 1] };
      }
      return least;
    });
  }
  const { cost, cuts } = best.at(-1) ?? { cost: 0, cuts: [] };
  // With fewer streets than groups the last groups walk none.
  const parts = Array.from({ length: groups }, (_, i) =>
    cuts[i] === undefined ? [] : streets.slice(cuts[i - 1] ?? 0, cuts[i]),
  );
  return { cost, parts };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
