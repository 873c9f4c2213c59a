/** The tablet's PDF is the server's, byte for byte: pdfkit's two builds and two engines agree. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { charactersOf, makeSamePaper } from '../support/same-paper.ts';
import { smallFont } from '../support/small-font.ts';
import { expect, test } from './support/test.ts';

const ENTRY = fileURLToPath(new URL('../support/same-paper.ts', import.meta.url));

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: ENTRY, formats: ['es'], fileName: 'made' } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('vite made no script');
  return chunk.code;
}

test('a paper is the same file in Chromium as in Node', async ({ office, launchTablet }) => {
  const font = await smallFont(charactersOf());
  const script = await bundle();
  const tablet = await launchTablet({ baseUrl: office.url });
  const page = await tablet.page('about:blank');
  const place = 'http://127.0.0.1:9/';
  await page.route(`${place}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/made.js')
      return route.fulfill({ contentType: 'text/javascript', body: script });
    if (pathname === '/font.ttf') return route.fulfill({ body: Buffer.from(font) });
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
  });
  await page.goto(place);
  const made = await page.evaluate(async (from) => {
    const { makeSamePaper } = await import(`${from}made.js`);
    const read = await fetch(`${from}font.ttf`);
    const pdf = await makeSamePaper(new Uint8Array(await read.arrayBuffer()));
    let text = '';
    for (const byte of pdf) text += String.fromCharCode(byte);
    return btoa(text);
  }, place);
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const node = await makeSamePaper(font);
  expect(sha256(Buffer.from(made, 'base64'))).toBe(sha256(node));
});
