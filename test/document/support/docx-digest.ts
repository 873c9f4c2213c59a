/** Writes one paper with all that a DOCX can hold, for whoever compares its bytes between machines. */
import { writeDocx } from '../../../src/document/docx/write-docx.ts';
import { noticePaper } from '../../../src/document/notice-paper.ts';
import { receiptPaper } from '../../../src/document/receipt-paper.ts';
import { photoBytes } from './photo-bytes.ts';
import { ISSUED, noticeOf, problemsOf, SIGNED } from './samples.ts';

/** A letter with photos, QR and mark, and a receipt with a signature; each as hex, joined. */
export async function docxInHex(): Promise<string> {
  const problems = problemsOf(12, 8);
  const input = noticeOf({
    problems,
    format: 'letter',
    standing: { kind: 'voided', reason: '单位有误', at: ISSUED },
  });
  const source = { photos: photoBytes(problems), issuedAt: ISSUED };
  const written = [
    await writeDocx(noticePaper(input), source),
    await writeDocx(receiptPaper(input, SIGNED), source),
  ];
  return written
    .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))
    .join(' ');
}
