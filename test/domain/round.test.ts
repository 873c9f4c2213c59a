import { expect, test } from 'vitest';
import { hasBegun, roundToCome, roundUnderWay } from '../../src/domain/round.ts';

const TODAY = '2026-10-12';
const round = (id: string, starts: string, state: 'open' | 'closed' = 'open') => ({
  id,
  starts,
  state,
});

test('a round that begins tomorrow is not under way while another one is', () => {
  const rounds = [round('late', '2026-10-13'), round('now', '2026-10-01')];
  expect(roundUnderWay(rounds, TODAY)?.id).toBe('now');
  expect(roundToCome(rounds, TODAY)?.id).toBe('late');
  expect(roundUnderWay(rounds, '2026-10-13')?.id).toBe('late');
  expect(roundToCome(rounds, '2026-10-13')).toBeNull();
});

test('of two rounds under way the one that began last is meant', () => {
  const rounds = [round('b', '2026-10-02'), round('c', '2026-10-12'), round('a', '2026-09-01')];
  expect(roundUnderWay(rounds, TODAY)?.id).toBe('c');
});

test('of two rounds to come the nearer one is meant', () => {
  const rounds = [round('far', '2027-01-01'), round('near', '2026-12-01')];
  expect(roundUnderWay(rounds, TODAY)).toBeNull();
  expect(roundToCome(rounds, TODAY)?.id).toBe('near');
});

test('a round that was closed is neither', () => {
  const rounds = [round('past', '2026-10-01', 'closed'), round('dropped', '2026-12-01', 'closed')];
  expect([roundUnderWay(rounds, TODAY), roundToCome(rounds, TODAY)]).toEqual([null, null]);
});

test('a round begins with its first day', () => {
  expect(hasBegun(round('r', TODAY), TODAY)).toBe(true);
  expect(hasBegun(round('r', TODAY), '2026-10-11')).toBe(false);
});
