/**
 * The wire carries its version, and tablets in the field speak the one they were
 * built with: whoever changes a schema of the wire must raise PROTOCOL and pin the
 * new form here, and the old one stays pinned for as long as it is taken.
 */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { MUTATIONS } from '../../src/protocol/mutations/index.ts';
import { OLDEST_PROTOCOL, PROTOCOL, SyncRequest, SyncResponse } from '../../src/protocol/sync.ts';

/** By version, the hash of all that travels in it. */
const PINNED: Readonly<Record<number, string>> = {
  5: 'fdc3f0974630373698345fe1032dc36eb86e31328a84525d4dd111fca14ca4b4',
  4: '8ece11551202dfc97b63e6aae044de10948fd64b8b6214ba4db6af5d62c3efaa',
};

/** Every schema as JSON Schema, keys in one order. */
function wire(): string {
  const deeds = Object.entries(MUTATIONS).map(([name, { args }]) => [name, formOf(args)]);
  const forms = { request: formOf(SyncRequest), response: formOf(SyncResponse), deeds };
  return JSON.stringify(forms, sorted);
}

function formOf(schema: z.core.$ZodType): unknown {
  return z.toJSONSchema(schema, { unrepresentable: 'any' });
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('what travels is what this version of the protocol says', () => {
  const hash = createHash('sha256').update(wire()).digest('hex');
  expect(hash, 'the wire changed: raise PROTOCOL and pin the new form').toBe(PINNED[PROTOCOL]);
});

test('every version that is taken has its form pinned', () => {
  for (let version = OLDEST_PROTOCOL; version <= PROTOCOL; version += 1) {
    expect(PINNED[version]).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(PROTOCOL - OLDEST_PROTOCOL).toBeLessThanOrEqual(1);
});
