import { pngOfInk } from '../../../src/document/docx/png.ts';
import type { PaperProblem } from '../../../src/document/notice-input.ts';

/** A picture for each photo, chequered and in its photo's proportions; real enough to be drawn. */
export function photoBytes(problems: readonly PaperProblem[]): Map<string, Uint8Array> {
  const photos = problems.flatMap((problem) => problem.photos);
  return new Map(
    photos.map(({ sha256, width, height }, at) => [
      sha256,
      pngOfInk({
        width: width / 5,
        height: height / 5,
        dark: (x, y) => (Math.floor(x / 20) + Math.floor(y / 20) + at) % 2 === 0,
      }),
    ]),
  );
}
