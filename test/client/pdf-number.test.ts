import * as fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { numberInPdf } from '../../src/client/verify/pdf-number.ts';

const NUMBER = '榆文明督〔2026〕142号';

function pdfOf(Subject: string): Promise<Uint8Array> {
  const doc = new PDFDocument({ info: { Subject, Title: '督查通知书' } });
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.end();
  });
}

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

test('the number of a paper is read out of its file', async () => {
  expect(numberInPdf(await pdfOf(NUMBER))).toBe(NUMBER);
  // Letters whose bytes are brackets and backslashes: 尨 is 5C28, 〨 is 3028.
  for (const hard of ['尨〨〩尩（）\\(', '𬭎〔2026〕1号'])
    expect(numberInPdf(await pdfOf(hard))).toBe(hard);
});

test('it is read however another program writes it', () => {
  expect(numberInPdf(latin('<< /Subject (A \\(1\\) \\101 (b)) >>'))).toBe('A (1) A (b)');
  const hex = Buffer.from(NUMBER, 'utf16le').swap16().toString('hex');
  expect(numberInPdf(latin(`<< /Subject <FEFF${hex}> >>`))).toBe(NUMBER);
  expect(numberInPdf(latin('<< /Subject (old) >> << /Subject (new) >>'))).toBe('new');
});

test('a file without one has none, whatever it is', () => {
  expect(numberInPdf(latin('%PDF-1.7'))).toBeNull();
  expect(numberInPdf(latin('/Subject (never ends'))).toBeNull();
  expect(numberInPdf(latin('/Subject 7 0 R'))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const found = numberInPdf(Buffer.concat([latin('/Subject '), bytes]));
      expect(found === null || typeof found === 'string').toBe(true);
    }),
  );
});
