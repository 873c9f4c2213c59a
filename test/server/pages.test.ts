import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let visitor: RawClient;
const clientDir = mkdtempSync(join(tmpdir(), 'xundian-page-'));

beforeAll(async () => {
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><title>巡点</title>');
  writeFileSync(join(clientDir, 'sw.js'), '// worker');
  writeFileSync(join(clientDir, 'assets', 'app-abc123.js'), 'export {};'.repeat(300));
  server = await startTestServer({ clientDir });
  visitor = new RawClient(server.url);
});
afterAll(async () => {
  await server.end();
  rmSync(clientDir, { recursive: true, force: true });
});

test.each(['/', '/today', '/points/YL.0001', '/set-up?token=x', '/findings/1/'])(
  '%s is the one page, asked for anew each time',
  async (path) => {
    const answer = await visitor.ask(path);
    expect([answer.status, answer.text]).toEqual([200, '<!doctype html><title>巡点</title>']);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  },
);

test('what is named by its content is kept for ever, the worker never', async () => {
  const asset = await visitor.ask('/assets/app-abc123.js');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-encoding')).toBe('gzip');
  expect((await visitor.ask('/sw.js')).headers.get('cache-control')).toBe('no-cache');
});

test.each(['/assets/gone.js', '/old.js', '/favicon.ico', '/api/', '/api/today', '/healthz/x'])(
  '%s is not there, and does not pass for the page',
  async (path) => {
    const answer = await visitor.ask(path);
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'not-found' }]);
  },
);

test('nothing beside the built page is given out', async () => {
  for (const path of ['/../package.json', '/..%2f..%2fetc/passwd', '/assets/..%2f..%2fsw.js']) {
    const answer = await visitor.ask(path);
    expect(answer.text).not.toContain('root:');
    expect(answer.text).not.toContain('"name"');
  }
});
