/**
 * What tus-js-client sends by: the `fetch` that it is given, so that page and
 * service worker upload alike, each request within its deadline.
 */
import type { HttpRequest, HttpResponse, HttpStack, UploadOptions } from 'tus-js-client';
import { deadline } from './deadline.ts';
import type { Fetch } from './exchange.ts';

const PIECE_TIMEOUT_MS = 120_000;

/** Nothing came back: cut, too late, or called off. */
export class LineCut extends Error {
  override readonly name = 'LineCut';
}

export function fetchStack(fetch: Fetch, stop: AbortSignal): HttpStack {
  return {
    createRequest: (method, url) => request(fetch, stop, method, url),
    getName: () => 'fetch',
  };
}

function request(fetch: Fetch, stop: AbortSignal, method: string, url: string): HttpRequest {
  const headers: Record<string, string> = {};
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader(name, value) {
      headers[name] = value;
    },
    getHeader: (name) => headers[name],
    // Bytes under way are no bytes that the office has.
    setProgressHandler: () => undefined,
    async send(body: Blob | null) {
      const limit = deadline(stop, PIECE_TIMEOUT_MS);
      try {
        const { signal } = limit;
        return await heard(await fetch(pathOf(url), { method, headers, body, signal }));
      } catch (error) {
        throw new LineCut('no answer came', { cause: error });
      } finally {
        limit.lift();
      }
    },
    // The loop's own signal ends it.
    abort: () => Promise.resolve(),
    getUnderlyingObject: () => null,
  };
}

/** An answer, read to its end. */
async function heard(answer: Response): Promise<HttpResponse> {
  const body = await answer.text();
  return {
    getStatus: () => answer.status,
    getHeader: (name) => answer.headers.get(name) ?? undefined,
    getBody: () => body,
    getUnderlyingObject: () => null,
  };
}

/** The path alone: behind a proxy the server may not know its own scheme and name. */
export function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]+/i, '');
}

/** Cuts a photo into pieces, alike in browsers and in Node, where the library knows no Blob. */
export const pieces: UploadOptions['fileReader'] = {
  openFile: async (jpeg: Blob) => ({
    size: jpeg.size,
    slice: async (start, end) => ({ value: jpeg.slice(start, end), done: end >= jpeg.size }),
    close: () => undefined,
  }),
};
