/** A name as somebody might write it: several strokes, a dot among them. */
import type { Signature } from '../../src/protocol/rows/index.ts';

export const SIGNATURE: Signature = {
  width: 1600,
  height: 560,
  strokes: [
    [320, 130, 420, 120, 560, 118, 640, 112],
    [470, 60, 476, 160, 470, 260, 452, 360, 410, 440, 350, 480],
    [480, 220, 540, 320, 610, 400, 690, 446],
    [330, 250, 360, 270, 372, 300],
    [860, 90, 820, 190, 760, 280],
    [830, 200, 838, 320, 834, 450],
    [930, 150, 1040, 140, 1150, 138],
    [1040, 80, 1044, 220, 1036, 360, 1010, 470, 970, 440],
    [1240, 300],
  ],
};
