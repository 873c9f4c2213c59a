/** How one photo's upload ends, and what the loop makes of it. */
import { expect, test } from 'vitest';
import { saveFindingFromDraft } from '../../src/client/store/drafts.ts';
import { deliver, PIECE_BYTES } from '../../src/client/sync/tus.ts';
import { FAILURES, type FailureCode } from '../../src/protocol/failures.ts';
import { MemoryServer } from '../support/memory-server.ts';
import { draftOf, machine, openTablet, readyTablet, takenPhoto } from '../support/tablet.ts';

type Answer = (
  method: string,
  path: string,
  init: RequestInit,
) => Response | null | Promise<Response | null>;

/** A tablet with one photo of 2½ pieces to send, to an office whose answers a test may take over. */
async function sending(answer: Answer = () => null) {
  const server = new MemoryServer();
  const said = { instead: answer, patches: 0 };
  const office = {
    fetch: async (path: string, init: RequestInit) => {
      const { method = 'GET' } = init;
      if (method === 'PATCH') said.patches += 1;
      return (await said.instead(method, path, init)) ?? server.fetch(path, init);
    },
  };
  const on = machine();
  const tablet = await readyTablet(office, on);
  const photo = await takenPhoto(tablet, PIECE_BYTES * 2.5);
  await saveFindingFromDraft(tablet, draftOf({ photos: [photo] }));
  const row = () => tablet.db.blob.get(photo.sha256);
  return { server, office, said, on, tablet, photo, row };
}

const failure = (code: FailureCode) =>
  Response.json({ code, message: FAILURES[code][1] }, { status: FAILURES[code][0] });
const isUpload = (path: string) => /^\/api\/photos\/u\d+$/.test(path);
const html = () => new Response('<html>请登录无线网络</html>', { status: 200 });

test('no piece leaves before it is durable how far the one before came', async () => {
  const { server } = await sending();
  const events: string[] = [];
  const durable = async (what: string) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    events.push(what);
  };
  const fetch = (path: string, init: RequestInit) => {
    if (init.method === 'PATCH') events.push('piece');
    return server.fetch(path, init);
  };
  const parcel = {
    jpeg: new Blob([new Uint8Array(PIECE_BYTES * 2)]),
    sha256: '0'.repeat(64),
    uploadUrl: null,
    mayGo: async () => true,
    onUrl: durable,
    onProgress: (sent: number) => durable(String(sent)),
  };
  server.photos.cutAt = PIECE_BYTES * 2;
  const delivery = await deliver(fetch, parcel, new AbortController().signal);
  expect(delivery).toEqual({ kind: 'offline' });
  expect(events).toEqual(['/api/photos/u1', 'piece', String(PIECE_BYTES), 'piece']);
});

test.each([
  ['fails', () => failure('server-error')],
  [
    'says that it is still held by the connection that was cut',
    () => new Response(null, { status: 423 }),
  ],
])(
  'asked where a cut photo stands, an office that %s is not sent it from the start',
  async (_what, answer) => {
    const { server, tablet, said, on, photo, row } = await sending();
    server.photos.cutAt = PIECE_BYTES + 1;
    await tablet.sync();
    said.instead = (method, path) => (method === 'HEAD' && isUpload(path) ? answer() : null);
    await tablet.sync();
    expect(await row()).toMatchObject({ state: 'failed', uploadUrl: '/api/photos/u1' });
    said.instead = () => null;
    on.clock += 60_000;
    await tablet.sync();
    expect((await row())?.state).toBe('arrived');
    expect(server.photos.uploads.size).toBe(1);
    expect(server.photos.received).toBe(photo.bytes);
  },
);

test("a network's sign-in page that says 200 to everything is no receipt", async () => {
  const { server, tablet, said, row } = await sending();
  said.instead = (_method, path) => (path.startsWith('/api/photos') ? html() : null);
  expect(await tablet.sync()).toMatchObject({ phase: 'idle', failure: { code: 'bad-answer' } });
  expect((await row())?.state).toBe('waiting');
  said.instead = () => null;
  server.photos.cutAt = PIECE_BYTES + 1;
  await tablet.sync();
  // The same in the midst of an upload.
  said.instead = (_method, path) => (isUpload(path) ? html() : null);
  expect(await tablet.sync()).toMatchObject({ failure: { code: 'bad-answer' } });
  expect((await row())?.state).toBe('waiting');
  said.instead = () => null;
  await tablet.sync();
  expect((await row())?.state).toBe('arrived');
});

test.each([
  ['stands still', '0'],
  ['is beyond the end', '9999999'],
])('an office whose offset %s is not asked for ever', async (_what, offset) => {
  const { tablet, said, row } = await sending((method) =>
    method === 'PATCH'
      ? new Response(null, { status: 204, headers: { 'Upload-Offset': offset } })
      : null,
  );
  await tablet.sync();
  expect(said.patches).toBe(3);
  expect(await row()).toMatchObject({ state: 'failed', error: '照片上传中断，稍后自动重试' });
});

test.each([
  ['not-signed-in', 'signed-out'],
  ['account-disabled', 'stopped'],
  ['disk-full', 'idle'],
] as const)(
  '%s in the midst of it stops the queue, and it goes on from there',
  async (code, phase) => {
    const { server, tablet, said, photo, row } = await sending();
    said.instead = (method) => (method === 'PATCH' && said.patches === 2 ? failure(code) : null);
    expect(await tablet.sync()).toMatchObject({ phase, failure: { code } });
    expect(await row()).toMatchObject({ state: 'waiting', sent: PIECE_BYTES });
    said.instead = () => null;
    await tablet.sync();
    expect((await row())?.state).toBe('arrived');
    expect(server.photos.received).toBe(photo.bytes);
  },
);

test('an office that does not know its own name behind a proxy is found by the path', async () => {
  const { server, tablet, said, row } = await sending();
  said.instead = async (method, path, init) => {
    if (method !== 'POST' || path !== '/api/photos') return null;
    const place = (await server.fetch(path, init)).headers.get('Location');
    return new Response(null, { status: 201, headers: { Location: `http://inside:8080${place}` } });
  };
  await tablet.sync();
  expect((await row())?.state).toBe('arrived');
});

test('two tabs that send at once send it once', async () => {
  const { server, office, on, tablet, photo, row } = await sending();
  const second = await openTablet(office, on);
  await Promise.all([tablet.sync(), second.sync()]);
  expect(server.photos.received).toBe(photo.bytes);
  expect((await row())?.state).toBe('arrived');
});
