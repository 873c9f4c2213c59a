import { expect, test } from 'vitest';
import { tileAddress } from '../../src/client/screens/map/tile-address.ts';

test('the page asks no host but its own for the base map', () => {
  const far = tileAddress('https://{s}.tiles.example/{z}/{x}/{y}.png?tk=key');
  expect(far).toMatch(/^\/api\/tiles\/\{z\}\/\{x\}\/\{y\}\?map=\w+$/);
  expect(tileAddress('/own/{z}/{x}/{y}.png')).toBe('/own/{z}/{x}/{y}.png');
  expect(tileAddress(null)).toBeNull();
});

test('another setting asks for other tiles than the ones that a browser keeps', () => {
  const streets = tileAddress('https://tiles.example/vec/{z}/{x}/{y}');
  expect(streets).toBe(tileAddress('https://tiles.example/vec/{z}/{x}/{y}'));
  expect(streets).not.toBe(tileAddress('https://tiles.example/img/{z}/{x}/{y}'));
});
