/** A DOCX says what the paper says: every word of it, in its order, tables and forms as well. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeDocx } from '../../src/document/docx/write-docx.ts';
import { noticePaper } from '../../src/document/notice-paper.ts';
import type { NoticePaper } from '../../src/document/paper.ts';
import { supervisionPaper } from '../../src/document/supervision-paper.ts';
import { photoBytes } from './support/photo-bytes.ts';
import { ISSUED, noticeOf, problemsOf, supervisionOf } from './support/samples.ts';

const PROBLEMS = problemsOf(12, 8);

const bare = (text: string) => text.replace(/\s/gu, '');

/** What the file's body says, without spaces. */
async function wordsIn(paper: NoticePaper): Promise<string> {
  const photos = photoBytes(PROBLEMS);
  const parts = unzipSync(await writeDocx(paper, { photos, issuedAt: ISSUED }));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text);
  return bare(
    texts.join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}

/** All that the description says, piece by piece in its order. */
function piecesOf(paper: NoticePaper): string[] {
  const annexes = paper.annexes.flatMap((annex) => {
    if (annex.kind === 'photos') return annex.pages.flat().map(({ caption }) => caption);
    const form =
      annex.kind === 'reply' ? annex.form.flatMap(({ name, value }) => [name, value]) : [];
    return [...annex.table.columns.map(({ name }) => name), ...annex.table.rows.flat(), ...form];
  });
  return [
    paper.number,
    paper.title.join(''),
    ...paper.body.map(({ runs }) => runs.map(({ text }) => text).join('')),
    paper.signature,
    paper.date,
    ...annexes,
    ...(paper.receipt?.form.flatMap(({ name, value }) => [name, value]) ?? []),
  ];
}

test.each([
  ['a 督查通知书', noticePaper(noticeOf({ problems: PROBLEMS }))],
  ['one in 信函格式', noticePaper(noticeOf({ problems: PROBLEMS, format: 'letter' }))],
  ['one to a unit outside the BMP', noticePaper(noticeOf({ unitName: '坬墕崄堃𬭎街道' }))],
  ['a 督办通知', supervisionPaper(supervisionOf())],
])('%s loses no word on the way into Word', async (_name, paper) => {
  const words = await wordsIn(paper);
  let at = 0;
  for (const piece of piecesOf(paper)) {
    const found = words.indexOf(bare(piece), at);
    expect(found, piece).toBeGreaterThanOrEqual(0);
    at = found + bare(piece).length;
  }
});
