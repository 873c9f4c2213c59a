/** A paper as a DOCX. Heavy: reach this file only through a dynamic import. */
import { Document, Packer } from 'docx';
import type { NoticePaper } from '../paper.ts';
import { samePackage } from './package-bytes.ts';
import { picturesOf } from './pictures.ts';
import { sectionsOf } from './sections.ts';

export interface DocxSource {
  /** Bytes of JPEG or PNG by their SHA-256; one that is missing is framed and says 照片未到. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
  /** Instant in ms that the file says it was made at. */
  readonly issuedAt: number;
}

/** The same paper and source give the same bytes in every process, in Node and in a browser. */
export async function writeDocx(paper: NoticePaper, source: DocxSource): Promise<Uint8Array> {
  const pictures = picturesOf(source.photos);
  const sections = sectionsOf(paper, pictures);
  const document = new Document({ sections, evenAndOddHeaderAndFooters: true });
  return samePackage(await Packer.pack(document, 'uint8array'), pictures.bytes, {
    title: paper.title.join(''),
    subject: paper.number,
    creator: paper.signature,
    issuedAt: source.issuedAt,
  });
}
