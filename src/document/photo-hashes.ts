import type { NoticePaper } from './paper.ts';

/** SHA-256 of the photos on a paper, each once, in the order in which they stand. */
export function photoHashes(paper: NoticePaper): string[] {
  const photos = paper.annexes.flatMap((annex) =>
    annex.kind === 'photos' ? annex.pages.flat() : [],
  );
  return [...new Set(photos.map(({ sha256 }) => sha256))];
}
