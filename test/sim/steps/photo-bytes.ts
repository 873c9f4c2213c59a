/** A picture that is a JPEG to whoever walks its markers, different for every name, the same at every run. */
import { Dice } from '../world/dice.ts';

const START = [0xff, 0xd8];
const FRAME = [0xff, 0xc0, 0, 11, 8, 0, 12, 0, 16, 1, 1, 17, 0];
const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
const END = [0xff, 0xd9];

/** @param size how many bytes stand for what was seen */
export function photoBytes(name: string, size: number): Uint8Array<ArrayBuffer> {
  const dice = new Dice(Number.parseInt(name.slice(-8), 16));
  const seen = new Uint8Array(size);
  // No marker may occur by chance within the scan.
  for (let nth = 0; nth < size; nth += 1) seen[nth] = dice.below(0xff);
  return Uint8Array.from([...START, ...FRAME, ...SCAN, ...seen, ...END]);
}
