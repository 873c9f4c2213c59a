import type { PaperMaker, PaperParts } from './paper-maker.ts';

export interface PaperFiles {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array;
  /** Photos that have not reached the office. */
  readonly missing: readonly string[];
}

/** Throws a PaperTrouble where the paper of that day can't be made again. */
export async function paperFiles(maker: PaperMaker, parts: PaperParts): Promise<PaperFiles> {
  const { bytes: pdf, missing } = await maker.pdf(parts);
  const { bytes: docx } = await maker.docx(parts);
  return { pdf, docx, missing };
}
