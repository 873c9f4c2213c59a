import fc from 'fast-check';
import { expect, test } from 'vitest';
import { destination } from '../../src/client/screens/login/destination.ts';

const OFFICE = 'https://office.example';

test('a sign-in leads on to the screen that was asked for', () => {
  for (const to of ['/', '/sync', '/findings/0190?from=desk', '/points/YL-0101#top', '/logins']) {
    expect(destination(to)).toBe(to);
  }
});

test('and to the first screen where another site, or nothing, was asked for', () => {
  for (const to of [
    undefined,
    null,
    '',
    'sync',
    '//evil.example',
    '//evil.example/sync',
    '/\\evil.example/sync',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '/.//evil.example',
    '/sync/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/login',
    '/login?to=/login',
    '/x/../login',
  ]) {
    expect(destination(to), String(to)).toBe('/');
  }
});

test('no words whatever lead away from the office', () => {
  const words = fc.array(
    fc.constantFrom('/', '\\', '.', '\t', '\n', ':', '@', '?', '#', 'a', '%2f'),
  );
  fc.assert(
    fc.property(words, (parts) => {
      const to = destination(`/${parts.join('')}`);
      expect(new URL(to, OFFICE).origin).toBe(OFFICE);
      expect(to).toMatch(/^\/(?!\/)/);
    }),
    { numRuns: 2000 },
  );
});
