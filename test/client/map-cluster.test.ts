import { describe, expect, test } from 'vitest';
import { cluster } from '../../src/client/screens/map/cluster.ts';
import { sayPin, shapeOf } from '../../src/client/screens/map/pin.ts';
import { clusterSvg, pinSvg } from '../../src/client/screens/map/pin-svg.ts';

const points = Array.from({ length: 433 }, (_, nth) => ({
  id: `YL-${nth}`,
  lon: 109.65 + ((nth * 37) % 101) / 700,
  lat: 38.1 + ((nth * 53) % 97) / 500,
}));

describe('clusters', () => {
  test('at every zoom each point stands in one cluster', () => {
    for (const zoom of [8, 11, 13, 15, 18]) {
      const found = cluster(points, zoom, 34);
      const ids = found.flatMap((group) => group.members.map((member) => member.id));
      expect(ids.sort()).toEqual(points.map((point) => point.id).sort());
    }
  });

  test('closer in there are never fewer, and at last each stands by itself', () => {
    const counts = [8, 10, 12, 14, 16, 18].map((zoom) => cluster(points, zoom, 34).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBeLessThan(5);
    expect(cluster(points, 18, 1)).toHaveLength(points.length);
  });

  test('two points are one count only when their pins would cover one another', () => {
    const near = [
      { id: 'a', lon: 109.73, lat: 38.28 },
      { id: 'b', lon: 109.7301, lat: 38.28 },
    ];
    expect(cluster(near, 13, 34)).toHaveLength(1);
    expect(cluster(near, 19, 34)).toHaveLength(2);
  });
});

describe('pins', () => {
  const state = { progress: 'todo', open: 0, overdue: 0 } as const;

  test('the shape says problems, the worst wins', () => {
    expect(shapeOf(state)).toBe('circle');
    expect(shapeOf({ ...state, open: 2 })).toBe('diamond');
    expect(shapeOf({ ...state, open: 2, overdue: 1 })).toBe('square');
  });

  test('what the pin shows is said in words too', () => {
    expect(sayPin(state)).toBe('未查');
    expect(sayPin({ ...state, progress: 'done', open: 2 })).toBe('已查 · 未销号 2 条');
    expect(sayPin({ ...state, progress: 'doing', open: 2, overdue: 1 })).toBe('进行中 · 超期 1 条');
  });

  test('markup carries no style attribute, so that the page’s policy lets it through', () => {
    const markup = pinSvg({ ...state, open: 1 }) + clusterSvg([state, { ...state, overdue: 1 }]);
    expect(markup).not.toMatch(/style=|on\w+=/);
    expect(markup).toContain('>2</text>');
  });
});
