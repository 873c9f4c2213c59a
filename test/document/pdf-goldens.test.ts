/**
 * First pages beside pictures that were looked at: `REWRITE_GOLDENS=1 npx vitest run --config
 * test/vitest.config.ts test/document/pdf-goldens.test.ts` draws them anew; look before you keep them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { bulletinPaper } from '../../src/document/bulletin-paper.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import { promptPaper } from '../../src/document/prompt-paper.ts';
import { receiptPaper } from '../../src/document/receipt-paper.ts';
import { supervisionPaper } from '../../src/document/supervision-paper.ts';
import { urgePaper } from '../../src/document/urge-paper.ts';
import { voidedPaper } from '../../src/document/voided-paper.ts';
import { difference, type Picture, readPng, renderPage, writePng } from '../support/pixels.ts';
import { Press } from './support/made.ts';
import {
  bulletinOf,
  ISSUED,
  noticeOf,
  promptOf,
  SIGNED,
  supervisionOf,
  urgeOf,
} from './support/samples.ts';

const FOLDER = fileURLToPath(new URL('goldens/', import.meta.url));
const DPI = 48;
/** Another poppler smooths edges otherwise; a line that moves by a pixel is three times this. */
const MOST = 0.001;

const press = new Press();
afterAll(() => press.clear());

const voided = noticeOf({ standing: { kind: 'voided', reason: '主送单位写错', at: ISSUED } });
const papers = {
  notice: noticePaper(noticeOf()),
  'notice-letter': noticePaper(noticeOf({ format: 'letter' })),
  supervision: supervisionPaper(supervisionOf()),
  'supervision-letter': supervisionPaper(supervisionOf({ format: 'letter' })),
  urge: urgePaper(urgeOf()),
  'urge-letter': urgePaper(urgeOf({ format: 'letter', number: null, numbered: false })),
  bulletin: bulletinPaper(bulletinOf()),
  'bulletin-letter': bulletinPaper(bulletinOf({ format: 'letter' })),
  prompt: promptPaper(promptOf()),
  'prompt-letter': promptPaper(promptOf({ format: 'letter' })),
  voided: voidedPaper({ ...voided, replacedBy: { agency: '榆文明督', year: 2026, seq: 143 } }),
  'voided-letter': voidedPaper({ ...voided, format: 'letter', replacedBy: null }),
  'notice-voided': noticePaper(voided),
  'notice-draft': noticePaper(noticeOf({ number: null, standing: { kind: 'draft' } })),
  receipt: receiptPaper(noticeOf(), SIGNED),
};
const pages = [
  ...Object.entries(papers).map(([name, paper]) => ({ name, paper, page: 1 })),
  { name: 'notice-signature', paper: papers.notice, page: 2 },
  { name: 'notice-list', paper: papers.notice, page: 3 },
  { name: 'notice-reply', paper: papers.notice, page: 5 },
  { name: 'urge-list', paper: papers.urge, page: 2 },
];

function golden(name: string, drawn: Picture): Picture {
  const file = `${FOLDER}${name}.png`;
  if (process.env.REWRITE_GOLDENS !== undefined) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, writePng(drawn));
  }
  if (!existsSync(file)) throw new Error(`${name}.png was never kept: see the head of this file`);
  return readPng(readFileSync(file));
}

test.each(pages)('$name looks as it did', async ({ name, paper, page }) => {
  const { file } = await press.make(paper);
  const drawn = await renderPage(file, page, DPI);
  expect(difference(drawn, golden(name, drawn))).toBeLessThan(MOST);
});

test('a line that moves by a hair is seen', async () => {
  const { file } = await press.make(papers.notice);
  const drawn = await renderPage(file, 1, DPI);
  const row = drawn.width * 3;
  const moved = {
    ...drawn,
    rgb: Uint8Array.from([...drawn.rgb.slice(row), ...drawn.rgb.slice(0, row)]),
  };
  expect(difference(moved, drawn)).toBeGreaterThan(MOST * 3);
});
