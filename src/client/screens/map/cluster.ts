/** Points that would cover one another at a zoom are drawn as one count. Pure. */
import type { LonLat } from '../../../domain/place.ts';

export interface Cluster<T> {
  /** Of the members: the same members make the same key. */
  readonly key: string;
  readonly members: readonly T[];
  readonly centre: LonLat;
}

interface Dot<T> {
  readonly members: readonly T[];
  /** Mean of the members, in px of the map's plane. */
  readonly x: number;
  readonly y: number;
  taken: boolean;
}

/** Enough for towns: each pass merges what the one before has brought together. */
const PASSES = 6;

/**
 * Greedy clustering in the plane of the map's tiles (Web Mercator, 256 px a tile).
 * Passes go on until no two counts stand within `radius` px of each other.
 */
export function cluster<T extends LonLat & { readonly id: string }>(
  points: readonly T[],
  zoom: number,
  radius: number,
): Cluster<T>[] {
  let dots: Dot<T>[] = points.map((point) => ({
    members: [point],
    ...project(point, zoom),
    taken: false,
  }));
  for (let pass = 0; pass < PASSES; pass += 1) {
    const merged = merge(dots, radius);
    const settled = merged.length === dots.length;
    dots = merged;
    if (settled) break;
  }
  return dots.map((dot) => ({
    key: dot.members.map((member) => member.id).join(','),
    members: dot.members,
    centre: middle(dot.members),
  }));
}

/** Each dot not yet taken gathers those within `radius` px; the grid keeps it linear. */
function merge<T>(dots: readonly Dot<T>[], radius: number): Dot<T>[] {
  const grid = new Map<string, Dot<T>[]>();
  for (const dot of dots) {
    const cell = cellOf(dot.x, dot.y, radius);
    const there = grid.get(cell);
    if (there) there.push(dot);
    else grid.set(cell, [dot]);
  }
  const merged: Dot<T>[] = [];
  for (const dot of dots) {
    if (dot.taken) continue;
    const group = near(grid, dot, radius);
    for (const other of group) other.taken = true;
    merged.push(together(group));
  }
  return merged;
}

function near<T>(grid: Map<string, Dot<T>[]>, dot: Dot<T>, radius: number): Dot<T>[] {
  const found: Dot<T>[] = [];
  for (const dx of [-radius, 0, radius]) {
    for (const dy of [-radius, 0, radius]) {
      for (const other of grid.get(cellOf(dot.x + dx, dot.y + dy, radius)) ?? []) {
        const apart = Math.hypot(other.x - dot.x, other.y - dot.y);
        if (!other.taken && apart < radius) found.push(other);
      }
    }
  }
  return found;
}

function together<T>(group: readonly Dot<T>[]): Dot<T> {
  const count = group.reduce((sum, dot) => sum + dot.members.length, 0);
  const mean = (of: (dot: Dot<T>) => number) =>
    group.reduce((sum, dot) => sum + of(dot) * dot.members.length, 0) / count;
  return {
    members: group.flatMap((dot) => dot.members),
    x: mean((dot) => dot.x),
    y: mean((dot) => dot.y),
    taken: false,
  };
}

function project(point: LonLat, zoom: number): { x: number; y: number } {
  const size = 256 * 2 ** zoom;
  const sin = Math.sin((point.lat * Math.PI) / 180);
  return {
    x: size * (point.lon / 360 + 0.5),
    y: size * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)),
  };
}

function cellOf(x: number, y: number, radius: number): string {
  return `${Math.floor(x / radius)}/${Math.floor(y / radius)}`;
}

function middle(members: readonly LonLat[]): LonLat {
  const sum = (of: (at: LonLat) => number) => members.reduce((all, at) => all + of(at), 0);
  return { lon: sum((at) => at.lon) / members.length, lat: sum((at) => at.lat) / members.length };
}

/** Corners of where most points lie: the outermost tenth on each side is a scroll away. */
export function heartOf(points: readonly LonLat[]): { from: LonLat; to: LonLat } {
  const span = (of: (at: LonLat) => number): [number, number] => {
    const sorted = points.map(of).sort((a, b) => a - b);
    const cut = Math.floor(sorted.length / 10);
    return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
  };
  const [west, east] = span((at) => at.lon);
  const [south, north] = span((at) => at.lat);
  return { from: { lon: west, lat: south }, to: { lon: east, lat: north } };
}
