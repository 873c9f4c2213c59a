/** A server of the bench: its pages, and whatever it answers besides. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

export type Answering = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<unknown> | unknown;

/** Listens on loopback, on a free port, which it says on the console. */
export function listen(pages: string, answer: Answering): void {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const work = pathname.startsWith('/bench/')
      ? sendPage(pages, pathname.slice('/bench/'.length), response)
      : Promise.resolve(answer(request, response));
    work.catch((error: unknown) => {
      console.error(error);
      response.statusCode = 500;
      response.end();
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening on a port');
    console.log(`http://127.0.0.1:${address.port}`);
  });
}

async function sendPage(folder: string, path: string, response: ServerResponse): Promise<void> {
  const bytes = await readFile(join(folder, normalize(path)));
  response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
  response.end(bytes);
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

export function sendJson(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
