import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIONS, mayDo, ROLES } from '../../src/domain/role.ts';
import { FAILURES } from '../../src/protocol/failures.ts';
import {
  isMutationName,
  MUTATIONS,
  type MutationName,
} from '../../src/protocol/mutations/index.ts';
import { isRefusalCode, REFUSALS, sayRefusal } from '../../src/protocol/refusals.ts';
import { INDEXES, ROWS, TABLES } from '../../src/protocol/rows/index.ts';
import { PushedMutation } from '../../src/protocol/sync.ts';
import { emptyShelves, inventory } from '../support/memory-tx.ts';
import { INSPECTOR, smallCity } from '../support/rule-city.ts';

const NAMES = Object.keys(MUTATIONS).filter(isMutationName);

test('every deed has its line in the table of who may do what, and the other way round', () => {
  expect([...NAMES].sort()).toEqual([...ACTIONS].sort());
});

test('a role that may not is refused before anything else is looked at', async () => {
  for (const role of ROLES) {
    for (const name of NAMES) {
      const city = smallCity();
      const before = inventory(city.shelves);
      const outcome = await city.says(name, {}, { actor: { ...INSPECTOR, role } });
      const reason = mayDo(role, name) ? 'malformed' : 'not-permitted';
      expect(outcome, `${role} ${name}`).toMatchObject({ ok: false, reason });
      expect(inventory(city.shelves)).toEqual(before);
    }
  }
});

test('whatever comes over the wire is refused as malformed, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMES),
      fc.anything({ withNullPrototype: true }),
      async (name: MutationName, args) => {
        const city = smallCity();
        const outcome = await city.says(name, args, {
          actor: { ...INSPECTOR, role: mayDo('supervisor', name) ? 'supervisor' : 'unit' },
        });
        expect(outcome).toMatchObject({ ok: false, reason: 'malformed' });
      },
    ),
    { numRuns: 300 },
  );
});

test('a name is a deed’s only if the registry holds it', () => {
  expect(isMutationName('notice.issue')).toBe(true);
  for (const name of ['', 'notice', 'toString', '__proto__', 'constructor']) {
    expect(isMutationName(name), name).toBe(false);
  }
});

const CHINESE = /^[^A-Za-z]*\p{Script=Han}.*$/u;

test('every refusal has a sentence in Chinese, and an unknown one too', () => {
  for (const [code, sentence] of Object.entries(REFUSALS)) {
    expect(sentence, code).toMatch(CHINESE);
    expect(sayRefusal(code)).toBe(`${sentence}。`);
  }
  expect(sayRefusal('state-changed', '现为已销号')).toBe('问题的状态已经变化：现为已销号。');
  expect(sayRefusal('what-is-this')).toBe('服务器没有接受。');
  expect(isRefusalCode('toString')).toBe(false);
});

test('every failure has a status that is one and a sentence in Chinese', () => {
  for (const [code, [status, sentence]] of Object.entries(FAILURES)) {
    expect(status, code).toBeGreaterThanOrEqual(400);
    expect(status, code).toBeLessThan(600);
    expect(sentence, code).toMatch(/\p{Script=Han}/u);
  }
});

test('the tables are listed once, each with its schema, its indexes and its shelf', () => {
  const tables = [...TABLES].sort();
  expect(new Set(TABLES).size).toBe(TABLES.length);
  expect(Object.keys(ROWS).sort()).toEqual(tables);
  expect(Object.keys(INDEXES).sort()).toEqual(tables);
  expect(Object.keys(emptyShelves()).sort()).toEqual(tables);
});

test.each([
  ['a place of zero', { seq: 0 }],
  ['a place between two', { seq: 1.5 }],
  ['a time before all time', { at: -1 }],
  ['a name of any length', { name: 'x'.repeat(41) }],
])('a pushed deed with %s is not read', (_what, change) => {
  const deed = { seq: 1, name: 'notice.issue', args: {}, at: 1, offset: 0 };
  expect(PushedMutation.safeParse(deed).success).toBe(true);
  expect(PushedMutation.safeParse({ ...deed, ...change }).success).toBe(false);
});
