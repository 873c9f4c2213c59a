import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Tiles } from '../../src/server/http/tiles.ts';
import { RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

let server: TestServer;
let person: RawClient;
/** Another host, as the administrator has set it. */
let host: Server;
let asked: string[];
let answer: RequestListener;

const png: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
};

beforeAll(async () => {
  host = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  server = await startTestServer();
  person = await RawClient.signIn(server.url, 'inspector1', server.password);
  const admin = await RawClient.signIn(server.url, 'admin', server.password);
  const tileUrl = `${addressOf(host)}/vec/{z}/{x}/{y}.png?tk=key`;
  const set = await admin.ask('/api/office', { method: 'PATCH', body: { tileUrl } });
  expect(set.status).toBe(200);
});
beforeEach(() => {
  asked = [];
  answer = png;
});
afterAll(async () => {
  await server.end();
  host.closeAllConnections();
  host.close();
});

function addressOf(one: Server): string {
  const address: AddressInfo | string | null = one.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}

const get = (path: string) => person.ask(`/api/tiles/${path}`);

test('a tile is that of the host that the administrator has set', async () => {
  const response = await fetch(`${server.url}/api/tiles/14/13182/6291?map=1`, {
    headers: { cookie: person.cookie },
  });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('cache-control')).toMatch(/^private, max-age=\d+$/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(asked).toEqual(['/vec/14/13182/6291.png?tk=key']);
});

test('a stranger gets none, and nobody is asked for it', async () => {
  const stranger = await new RawClient(server.url).ask('/api/tiles/1/0/0');
  expect([stranger.status, stranger.body]).toMatchObject([401, { code: 'not-signed-in' }]);
  expect(asked).toEqual([]);
});

test('what is no place on the map is not asked for', async () => {
  const places = ['1/2/0', '1/0/2', '23/0/0', '-1/0/0', '1/0/0.5', '1/0/1e0', '1/0/%2e%2e', '1/0/'];
  for (const place of places) {
    const { status, body } = await get(place);
    expect([status, body], place).toMatchObject([404, { code: 'not-found' }]);
  }
  expect(asked).toEqual([]);
});

test('a tile that the host lacks is none', async () => {
  answer = (_request, response) => void response.writeHead(404).end();
  expect((await get('1/0/0')).status).toBe(404);
});

const UNFIT: readonly [string, RequestListener][] = [
  ['an error', (_, response) => void response.writeHead(500).end('oh')],
  ['a page', (_, response) => void response.setHeader('content-type', 'text/html').end('<p>')],
  [
    'a picture that may hold scripts',
    (_, response) => void response.setHeader('content-type', 'image/svg+xml').end('<svg/>'),
  ],
  [
    'a picture of more than a megabyte',
    (_, response) =>
      void response.setHeader('content-type', 'image/png').end(Buffer.alloc(2 ** 20 + 1)),
  ],
  [
    'a way to another address',
    (request, response) => {
      if (request.url?.startsWith('/elsewhere')) png(request, response);
      else response.writeHead(302, { location: '/elsewhere' }).end();
    },
  ],
  ['a connection that breaks', (_, response) => void response.destroy()],
];

test.each(UNFIT)('%s is not passed on', async (_name, listener) => {
  answer = listener;
  const { status, body, headers } = await get('1/0/0');
  expect([status, body]).toMatchObject([502, { code: 'tiles-unreachable' }]);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(asked).toHaveLength(1);
});

test('a host that does not answer is not waited for', async () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const waits = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(50));
  answer = (_request, response) =>
    void response.writeHead(200, { 'content-type': 'image/png' }).write('x');
  expect((await get('1/0/0')).status).toBe(502);
  expect(waits).toHaveBeenCalledWith(10_000);
  waits.mockRestore();
});

test('without a base map of another host there are no tiles to ask for', () => {
  const tiles = new Tiles();
  const first = { z: 0, x: 0, y: 0 };
  for (const own of [null, '/own/{z}/{x}/{y}.png']) {
    tiles.set(own);
    expect(tiles.addressOf(first)).toBeNull();
  }
  tiles.set('https://t{s}.tiles.example/{z}/{x}/{y}');
  expect([0, 1, 2, 3].map((x) => tiles.addressOf({ z: 2, x, y: 0 }))).toEqual([
    'https://ta.tiles.example/2/0/0',
    'https://tb.tiles.example/2/1/0',
    'https://tc.tiles.example/2/2/0',
    'https://ta.tiles.example/2/3/0',
  ]);
});
