import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAILURES, FailureBody } from '../../src/protocol/failures.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const SECRET = '这句话不许出现在日志里';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.end());

/** Writes the very bytes on a connection of its own; answers all that comes back. */
function say(words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      heard += text;
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
    socket.write(words);
  });
}

test.each([
  ['a head that is too long', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['an address that is too long', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
  ['no HTTP at all', `${encodeURIComponent(SECRET)}\r\n\r\n`, 400],
  ['another protocol', '\u0016\u0003\u0001\u0002', 400],
] as const)('%s is answered in our own words', async (_what, words, status) => {
  const [head = '', body = ''] = (await say(words)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toContain('content-type: application/json');
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(head).toContain('connection: close');
  const code = status === 431 ? 'headers-too-large' : 'bad-request';
  const [, message] = FAILURES[code];
  expect(FailureBody.parse(JSON.parse(body))).toEqual({ code, message });
  expect(server.logged.join('')).toContain(`"status":${status}`);
});

test('the server goes on after what it could not read', async () => {
  await say('\r\n\r\nwhat\r\n\r\n');
  expect((await new RawClient(server.url).ask('/healthz')).status).toBe(200);
});

test('an address that is not ours is logged without its words, however it is written', async () => {
  const person = await RawClient.signIn(server.url, 'inspector1', server.password);
  const once = encodeURIComponent(SECRET);
  const spelt = [once, once.toLowerCase(), encodeURIComponent(once), 'plain-word-secret'];
  const asked = spelt.flatMap((words) => [
    `/api/${words}`,
    `/${words}`,
    `/assets/${words}.js`,
    `/api/photos/file/${words}`,
    `/api/session?token=${words}`,
  ]);
  for (const path of asked) await person.ask(path);
  await person.ask(`/api/accounts/${once}`, { method: 'PATCH', body: { name: '无' } });
  const log = server.logged.join('');
  expect(log).toContain('"path":"*","status":404');
  expect(log).toContain('"path":"/api/photos/file/:sha256","status":404');
  for (const words of [SECRET, ...spelt])
    expect(log.toLowerCase()).not.toContain(words.toLowerCase());
});
