import { expect, test } from 'vitest';
import { randomId } from '../../src/client/devices/random-id.ts';
import { makeId } from '../../src/client/devices/uuid.ts';
import { Uuid } from '../../src/protocol/rows/shared.ts';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MANY = 5_000;

test('an identity made on the device is a UUIDv7, none twice, in the order of its making', () => {
  const before = Date.now();
  const ids = Array.from({ length: MANY }, makeId);
  const after = Date.now();
  expect(ids.filter((id) => !VERSION_7.test(id))).toEqual([]);
  expect(ids.filter((id) => !Uuid.safeParse(id).success)).toEqual([]);
  expect(new Set(ids).size).toBe(MANY);
  expect([...ids].sort()).toEqual(ids);
  // The first 48 bits are the moment, in ms.
  const moments = ids.map((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
  expect(Math.min(...moments)).toBeGreaterThanOrEqual(before);
  expect(Math.max(...moments)).toBeLessThanOrEqual(after);
});

test('a device and its store are known by a UUID of chance, none twice', () => {
  const ids = Array.from({ length: MANY }, randomId);
  const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !version4.test(id) || !Uuid.safeParse(id).success)).toEqual([]);
  expect(new Set(ids).size).toBe(MANY);
});
