/** What an office's own gateway would be, or a browser maker's push service: a local server that keeps what it got. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Got {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface HookServer {
  readonly url: string;
  readonly got: Got[];
  /** What it answers from now on; 0 hangs up. */
  answer: number;
  close(): Promise<void>;
}

export async function startHookServer(): Promise<HookServer> {
  const got: Got[] = [];
  const state = { answer: 200 };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      if (state.answer === 0) return request.socket.destroy();
      const moved = state.answer >= 300 && state.answer < 400;
      response.writeHead(state.answer, moved ? { location: '/elsewhere' } : {});
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    got,
    get answer() {
      return state.answer;
    },
    set answer(status) {
      state.answer = status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
